//! PostgreSQL as the tests start it: each server in a folder of its own.

use kiosque::store::settings::Address;
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// A PostgreSQL of the tests, heard at a socket in a folder of its own.
pub(crate) struct Server {
    pub(crate) dir: PathBuf,
    programs: PathBuf,
}

/// Where the programs of PostgreSQL are.
fn programs() -> Option<PathBuf> {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    let debian = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten().map(|v| v.path().join("bin"));
    std::env::split_paths(&paths)
        .chain(debian)
        .find(|p| ["initdb", "pg_ctl", "psql"].iter().all(|name| p.join(name).exists()))
}

/// PostgreSQL refuses to run for root; the packages make a user for it.
fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|m| m.uid() == 0)
}

impl Server {
    /// A running server, or why there can be none.
    pub(crate) fn start(name: &str) -> Result<Self, &'static str> {
        let programs = programs().ok_or("there are no initdb, pg_ctl and psql")?;
        let dir = std::env::temp_dir().join(format!("kq-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&dir);
        std::fs::create_dir_all(&dir).unwrap();
        if is_root() && !Command::new("chown").arg("postgres").arg(&dir).status().is_ok_and(|s| s.success()) {
            return Err("for root there has to be a user postgres");
        }
        let server = Self { dir, programs };
        let made =
            server.run("initdb", &["-D", "data", "-U", "kiosque", "-A", "trust", "-E", "UTF8", "--no-locale", "-N"]);
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        server.up();
        Ok(server)
    }

    fn run(&self, program: &str, args: &[&str]) -> Output {
        let path = self.programs.join(program);
        let mut command = if is_root() {
            let mut command = Command::new("setpriv");
            command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]).arg(path);
            command
        } else {
            Command::new(path)
        };
        command.args(args).current_dir(&self.dir).stdin(Stdio::null());
        // The server that pg_ctl starts keeps what it inherits.
        if program == "pg_ctl" {
            command.stdout(Stdio::null()).stderr(Stdio::null());
        }
        command.output().unwrap()
    }

    pub(crate) fn up(&self) {
        // A process that is killed loses nothing that the system has; so no sync.
        self.up_with("-c listen_addresses=''");
    }

    /// The same, heard at a port of this machine too, with the certificate in a folder.
    pub(crate) fn up_encrypted(&self, port: u16, certificate: Option<&std::path::Path>) {
        let mut options = format!("-c listen_addresses=127.0.0.1 -c port={port}");
        if let Some(from) = certificate {
            for name in ["certificate", "key"] {
                let to = self.dir.join("data").join(name);
                std::fs::copy(from.join(name), &to).unwrap();
                assert!(Command::new("chmod").arg("600").arg(&to).status().unwrap().success());
                if is_root() {
                    assert!(Command::new("chown").arg("postgres").arg(&to).status().unwrap().success());
                }
            }
            options.push_str(" -c ssl=on -c ssl_cert_file=certificate -c ssl_key_file=key");
        }
        self.up_with(&options);
    }

    fn up_with(&self, more: &str) {
        let options = format!("-c unix_socket_directories='{}' -c fsync=off {more}", self.dir.display());
        let started = self.run("pg_ctl", &["-D", "data", "-w", "-l", "log", "-o", &options, "start"]);
        let log = || std::fs::read_to_string(self.dir.join("log")).unwrap_or_default();
        assert!(started.status.success(), "{}", log());
    }

    /// Ends the server as a crash would.
    pub(crate) fn kill(&self) {
        self.run("pg_ctl", &["-D", "data", "-m", "immediate", "stop"]);
    }

    /// Stops every process of the server where it is, or lets all go on.
    #[cfg(target_os = "linux")]
    pub(crate) fn signal(&self, signal: &str) {
        let first = std::fs::read_to_string(self.dir.join("data/postmaster.pid")).unwrap();
        let first = first.lines().next().unwrap().trim().to_owned();
        let is_of_it = |pid: &String| {
            let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
            let parent = stat.rsplit(')').next().unwrap_or_default().split_whitespace().nth(1).map(str::to_owned);
            *pid == first || parent.as_ref() == Some(&first)
        };
        let names = std::fs::read_dir("/proc").unwrap().flatten().filter_map(|e| e.file_name().into_string().ok());
        let pids: Vec<String> = names.filter(|n| n.bytes().all(|b| b.is_ascii_digit())).filter(is_of_it).collect();
        let send = |pids: &[String]| Command::new("kill").arg(signal).args(pids).status().unwrap().success();
        assert!(send(std::slice::from_ref(&first)));
        // Another that was there may have ended since, as a worker of the server does by itself.
        send(&pids.into_iter().filter(|pid| *pid != first).collect::<Vec<_>>());
    }

    pub(crate) fn address(&self, user: &str) -> String {
        let host = self.dir.display().to_string().replace('/', "%2F");
        format!("postgres:///postgres?user={user}&host={host}")
    }

    pub(crate) fn desk(&self, user: &str) -> Address {
        Address::parse(&self.address(user)).unwrap()
    }

    /// What psql prints.
    pub(crate) fn sql(&self, user: &str, sql: &str) -> Result<String, String> {
        let host = self.dir.display().to_string();
        let ran =
            self.run("psql", &["-XAtq", "-v", "ON_ERROR_STOP=1", "-h", &host, "-U", user, "-d", "postgres", "-c", sql]);
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
        if ran.status.success() { Ok(text(&ran.stdout)) } else { Err(text(&ran.stderr)) }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
        let _ = std::fs::remove_dir_all(&self.dir);
    }
}
