#!/usr/bin/env python3
"""prepare.py IN OUT [KIOSQUE]: prepares a back catalogue of JSON Lines with Spark.

IN is whatever Spark reads as lines of text (a folder, a glob, an address of its file systems), one article a line; OUT must not be there.
Each partition goes through one `kiosque prepare -` (KIOSQUE names the program where it is not on the path of the workers). An article that stands
in several places is kept once, by the key of its content. A partition that fails is tried again by Spark; what a program complains of is in the logs of the workers."""
import json
import subprocess
import sys
import threading

from pyspark.sql import SparkSession


def prepared(program):
    def through(lines):
        first = next(lines, None)
        if first is None:
            return
        process = subprocess.Popen([program, "prepare", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")

        def feed():
            with process.stdin as to:
                to.write(first + "\n")
                to.writelines(line + "\n" for line in lines)

        feeder = threading.Thread(target=feed, daemon=True)
        feeder.start()
        for line in process.stdout:
            yield json.loads(line)["key"], line.rstrip("\n")
        feeder.join()
        # 1: no article; 3: some lines were none.
        if process.wait() not in (0, 1, 3):
            raise RuntimeError(f"{program} ended with {process.returncode}")

    return through


def main():
    source, target = sys.argv[1:3]
    program = sys.argv[3] if len(sys.argv) > 3 else "kiosque"
    spark = SparkSession.builder.appName("kiosque prepare").getOrCreate()
    pairs = spark.sparkContext.textFile(source).mapPartitions(prepared(program))
    # The smaller line, so that the same input gives the same output.
    pairs.reduceByKey(min).values().saveAsTextFile(target)
    spark.stop()


if __name__ == "__main__":
    main()
