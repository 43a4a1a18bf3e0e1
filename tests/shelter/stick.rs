//! A real stick: an ext4 image on a loop mount, pulled by the ioctl behind which every call fails, plugged in again by being
//! mounted again. It needs root; where it cannot be had, the reason is printed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::real::{Desk, PUT_BACK, QUIT, lines, open_first_report};

/// The number of the ioctl is `_IOR('X', 125, __u32)`; 2 is the flag that loses what is not synced (linux/fs/ext4/ext4.h).
const PULL: &str = "import fcntl, os, sys\n\
                    handle = os.open(sys.argv[1], os.O_RDONLY)\n\
                    fcntl.ioctl(handle, 0x8004587D, (2).to_bytes(4, 'little'))";

/// A stick, and where it is mounted now.
struct Stick {
    image: TempDir,
    at: PathBuf,
}

impl Stick {
    /// A new one, plugged in there.
    fn new(at: &Path) -> Result<Self, String> {
        let stick = Self { image: tempfile::tempdir().unwrap(), at: at.to_owned() };
        fs::File::create(stick.file()).and_then(|file| file.set_len(16 << 20)).unwrap();
        ran(Command::new("mkfs.ext4").arg("-Fq").arg(stick.file()))?;
        fs::create_dir_all(at).unwrap();
        stick.plug_in()?;
        Ok(stick)
    }

    fn file(&self) -> PathBuf {
        self.image.path().join("image")
    }

    fn plug_in(&self) -> Result<(), String> {
        ran(Command::new("mount").args(["-o", "loop"]).arg(self.file()).arg(&self.at))
    }

    /// Plugged in under another name.
    fn plug_in_at(&mut self, at: PathBuf) {
        fs::create_dir_all(&at).unwrap();
        self.at = at;
        self.plug_in().unwrap();
    }

    fn pull(&self) -> Result<(), String> {
        ran(Command::new("python3").args(["-c", PULL]).arg(&self.at))
    }

    /// The system takes the dead stick away, as soon as no program holds anything on it.
    #[allow(clippy::disallowed_methods, reason = "a ceiling on waiting is a time")]
    fn eject(&self) {
        let end = Instant::now() + Duration::from_secs(20);
        while let Err(why) = ran(Command::new("umount").arg(&self.at)) {
            assert!(Instant::now() < end, "something holds the stick: {why}");
        }
    }
}

impl Drop for Stick {
    fn drop(&mut self) {
        let _ = ran(Command::new("umount").arg("-l").arg(&self.at));
    }
}

fn ran(command: &mut Command) -> Result<(), String> {
    let output = command.output().map_err(|error| format!("{command:?}: {error}"))?;
    let said = || format!("{command:?}: {}", String::from_utf8_lossy(&output.stderr).trim());
    if output.status.success() { Ok(()) } else { Err(said()) }
}

/// A séance on a stick, or why there can be none: tried once, the ioctl too.
fn seance_on_a_stick() -> Option<(Stick, Desk)> {
    let home = tempfile::tempdir().unwrap();
    let made = Stick::new(&home.path().join("cle")).and_then(|stick| {
        stick.pull()?;
        stick.eject();
        stick.plug_in().map(|()| stick)
    });
    match made {
        Ok(stick) => {
            let desk = Desk::in_the(home);
            // Whoever prepared the séance ejected the stick behind it.
            ran(Command::new("sync").arg("-f").arg(&stick.at)).unwrap();
            Some((stick, desk))
        }
        Err(why) => {
            println!("skipped: no stick can be played here: {why}");
            None
        }
    }
}

#[test]
fn case_15_and_16_a_real_stick_is_pulled_and_plugged_in_again_and_one_key_puts_back_all_that_it_lacks() {
    let Some((stick, desk)) = seance_on_a_stick() else { return };
    let mut terminal = desk.open(&[]);
    open_first_report(&mut terminal);
    stick.pull().unwrap();
    terminal.type_keys("bre,");
    terminal.wait_for("ENREGISTRÉE AILLEURS");
    terminal.wait_for("Contre        1");
    terminal.wait_for("erreur 5");
    terminal.wait_for(&desk.stick().to_string_lossy());
    assert_eq!(lines(&desk.copy("x.journal")), 4);
    terminal.type_keys(PUT_BACK);
    terminal.wait_for("n’est pas remise à sa place");
    // Nothing holds the dead stick: it can be taken away, and is no more than an empty folder.
    stick.eject();
    terminal.type_keys(PUT_BACK);
    terminal.wait_for("n’est pas là");
    stick.plug_in().unwrap();
    assert_eq!(lines(&desk.at("x.journal")), 3, "what was acknowledged before");
    terminal.type_keys(PUT_BACK);
    terminal.wait_for("de nouveau enregistrée à sa place");
    assert_eq!(lines(&desk.at("x.journal")), 4);
    terminal.type_keys("mar;");
    terminal.wait_for("Abstentions   1");
    terminal.type_keys(QUIT);
    assert_eq!(terminal.wait_end().exit_code(), 0);
    assert!(!terminal.screen().contains("n’est pas enregistrée à sa place"), "{}", terminal.screen());
    assert_eq!(lines(&desk.at("x.journal")), 5);
    assert!(
        fs::read(desk.at("x.journal")).unwrap() == fs::read(desk.copy("x.journal")).unwrap(),
        "both are one record"
    );
}

#[test]
fn case_15_and_16_a_real_stick_is_pulled_the_program_killed_and_the_stick_under_another_name_gets_what_it_lacks() {
    let Some((mut stick, desk)) = seance_on_a_stick() else { return };
    let mut terminal = desk.open(&[]);
    open_first_report(&mut terminal);
    terminal.type_keys("bre,");
    terminal.wait_for("Contre        1");
    stick.pull().unwrap();
    terminal.type_keys("mar;");
    terminal.wait_for("ENREGISTRÉE AILLEURS");
    terminal.wait_for("Abstentions   1");
    terminal.signal("KILL");
    terminal.wait_end();
    stick.eject();
    assert_eq!(lines(&desk.copy("x.journal")), 5);
    let elsewhere = desk.stick().with_file_name("autre");
    stick.plug_in_at(elsewhere.clone());
    assert_eq!(lines(&elsewhere.join("x.journal")), 4, "what was acknowledged before");
    let mut again = desk.open_file(&[], &elsewhere.join("x.ron"));
    again.wait_for("1 action manquait ici");
    assert!(again.screen().contains("Contre        1") && again.screen().contains("Abstentions   1"));
    again.type_keys(QUIT);
    assert_eq!(again.wait_end().exit_code(), 0);
    assert_eq!(lines(&elsewhere.join("x.journal")), 5);
    let mut sealed = Command::new(env!("CARGO_BIN_EXE_hemicycle"));
    let said = sealed.arg("sceau").arg(elsewhere.join("x.ron")).output().unwrap().stdout;
    assert!(String::from_utf8_lossy(&said).contains("Le journal est intact : 5 lignes"));
}
