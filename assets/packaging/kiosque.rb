# Homebrew formula; .ci/package puts in the address, the version and the sum.
class Kiosque < Formula
  desc "Terminal reader for editors who compare news coverage"
  homepage "@URL@"
  url "@URL@/kiosque-@VERSION@.tar.gz"
  sha256 "@SHA256@"
  license "MIT"

  depends_on "rust" => :build

  def install
    system "cargo", "install", *std_cargo_args
    generate_completions_from_executable(bin/"kiosque", "completions", shells: [:bash, :zsh, :fish])
    (man1/"kiosque.1").write Utils.safe_popen_read(bin/"kiosque", "man")
    doc.install "README.md", "CHANGELOG.md", "assets/manual.md", "assets/third-party.md"
  end

  test do
    (testpath/"a.txt").write "Le ferry reste à quai\n\n12 juin 2026\n\nLe ferry est resté à quai jeudi matin.\n"
    assert_match "Le ferry", shell_output("#{bin}/kiosque list --state-dir #{testpath}/state a.txt")
  end
end
