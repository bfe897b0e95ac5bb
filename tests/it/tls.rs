//! Desks whose server encrypts, with certificates that the test makes; left out, saying
//! so, where there is no PostgreSQL or no openssl.

use crate::postgres::Server;
use crate::support::folder;
use kiosque::store::desk;
use kiosque::store::postgres::Trouble;
use kiosque::store::settings::Address;
use kiosque::words::Lang;
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;

/// Makes an authority, and a certificate of it for `desk.example`.
fn certificates(dir: &Path) -> Result<(), &'static str> {
    std::fs::write(dir.join("names"), "subjectAltName=DNS:desk.example\n").unwrap();
    for line in [
        "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj /CN=a -keyout ca.key -out ca.pem",
        "req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=desk.example -keyout key -out request",
        "x509 -req -days 30 -in request -CA ca.pem -CAkey ca.key -CAcreateserial -extfile names -out certificate",
    ] {
        let ran = Command::new("openssl").args(line.split(' ')).current_dir(dir).output();
        let ran = ran.map_err(|_| "there is no openssl")?;
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    }
    Ok(())
}

#[test]
fn a_desk_is_known_by_its_certificate_and_another_is_refused_with_the_reason() {
    let (dir, other) = (folder("tls-desk"), folder("tls-desk-other"));
    if let Err(why) = certificates(&dir).and_then(|()| certificates(&other)) {
        return println!("left out: {why}");
    }
    let server = match Server::start("tls") {
        Ok(server) => server,
        Err(why) => return println!("left out: {why}"),
    };
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let address = |host: &str, options: &str| {
        Address::parse(&format!("postgres://kiosque@{host}:{port}/postgres?hostaddr=127.0.0.1&{options}")).unwrap()
    };
    let refused = |host: &str, options: &str| match desk::prepare(&address(host, options)) {
        Err(Trouble::Unfit(reason)) => Lang::EN.say(&reason),
        other => panic!("{host} {options}: {other:?}"),
    };
    let roots = |dir: &Path| format!("sslrootcert={}", dir.join("ca.pem").display());
    server.kill();
    server.up_encrypted(port, None);
    assert!(refused("desk.example", "sslmode=require").contains("does not encrypt"));
    desk::prepare(&address("desk.example", "sslmode=disable")).unwrap();
    server.kill();
    server.up_encrypted(port, Some(&dir));
    for mode in ["require", "verify-ca", "verify-full"] {
        let options = format!("sslmode={mode}&{}", roots(&dir));
        desk::prepare(&address("desk.example", &options)).unwrap();
        assert!(refused("other.example", &options).contains("for another name"));
        assert!(refused("desk.example", &format!("sslmode={mode}&{}", roots(&other))).contains("nobody whom"));
    }
    // What leaves the machine is encrypted though the address says nothing of it.
    desk::prepare(&address("desk.example", &roots(&dir))).unwrap();
    let none = format!("sslrootcert={}", dir.join("names").display());
    assert!(refused("desk.example", &none).contains("no certificate in it"));
    assert!(refused("desk.example", "sslrootcert=/gone.pem").contains("/gone.pem"));
}
