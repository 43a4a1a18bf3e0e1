//! The real program on the real disk: calls made to fail or to last, files taken away, a limit on what may be written.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use portable_pty::CommandBuilder;
use tempfile::TempDir;

use crate::evening::SESSION;
use crate::skip::skip;
use crate::terminal::Terminal;

pub const QUIT: &str = "\x11";
pub const PUT_BACK: &str = "\x14";
const F6: &str = "\x1b[17~";
const F7: &str = "\x1b[18~";

/// A séance in a folder of its own, and what its user's programs remember in another.
pub struct Desk {
    home: TempDir,
}

impl Desk {
    fn new() -> Self {
        Self::in_the(tempfile::tempdir().unwrap())
    }

    /// The same in a folder whose `cle` may be there already.
    pub fn in_the(home: TempDir) -> Self {
        fs::create_dir_all(home.path().join("cle")).unwrap();
        fs::create_dir_all(home.path().join("state/hemicycle")).unwrap();
        fs::write(home.path().join("state/hemicycle/bienvenue"), "").unwrap();
        fs::write(home.path().join("cle/x.ron"), SESSION).unwrap();
        fs::write(home.path().join("cle/ecole.md"), "La convention.\n").unwrap();
        Self { home }
    }

    pub fn stick(&self) -> PathBuf {
        self.home.path().join("cle")
    }

    pub fn at(&self, name: &str) -> PathBuf {
        self.stick().join(name)
    }

    /// The file of that name in the second copy.
    pub fn copy(&self, name: &str) -> PathBuf {
        let copies = self.home.path().join("state/hemicycle/copies");
        let folder = fs::read_dir(copies).unwrap().find_map(|entry| entry.ok().map(|entry| entry.path())).unwrap();
        folder.join(name)
    }

    /// Opens the séance behind those words (`strace …`), or alone.
    pub fn open(&self, through: &[&str]) -> Terminal {
        self.open_file(through, &self.at("x.ron"))
    }

    /// The same for the séance that lies there.
    pub fn open_file(&self, through: &[&str], session_file: &Path) -> Terminal {
        let mut words: Vec<&str> = through.to_vec();
        words.push(env!("CARGO_BIN_EXE_hemicycle"));
        let mut command = CommandBuilder::new(words[0]);
        command.args(&words[1..]);
        command.arg(session_file);
        command.env("XDG_STATE_HOME", self.home.path().join("state"));
        command.env("XDG_CONFIG_HOME", self.home.path().join("config"));
        Terminal::run_with_its_memory(command, 120, 40)
    }

    /// Behind strace, with those rules for the calls on the journal.
    fn traced(&self, inject: &str) -> Terminal {
        let (journal, log) = (self.at("x.journal"), self.home.path().join("strace.log"));
        let inject = format!("inject={inject}");
        let [journal, log] = [&journal, &log].map(|path| path.to_string_lossy().into_owned());
        self.open(&["strace", "-f", "-o", &log, "-P", &journal, "-e", "trace=fdatasync,write", "-e", &inject])
    }

    /// What `sceau` says of the séance.
    fn sealed(&self) -> String {
        let said = Command::new(env!("CARGO_BIN_EXE_hemicycle")).arg("sceau").arg(self.at("x.ron")).output().unwrap();
        String::from_utf8(said.stdout).unwrap() + &String::from_utf8(said.stderr).unwrap()
    }
}

pub fn lines(path: &Path) -> usize {
    fs::read_to_string(path).unwrap().lines().count()
}

fn strace_works() -> bool {
    let tried = Command::new("strace").args(["-f", "-e", "trace=none", "true"]).stderr(Stdio::null()).status();
    let works = tried.is_ok_and(|status| status.success());
    if !works {
        skip("strace is not there, or may not be used");
    }
    works
}

/// Opens the sitting and its first report.
pub fn open_first_report(terminal: &mut Terminal) {
    terminal.wait_for("Appel des");
    terminal.type_keys("\r");
    terminal.wait_for("Ordre du jour");
    terminal.type_keys("\r");
    terminal.wait_for("À proclamer");
}

#[test]
fn case_09_a_sync_that_fails_on_the_real_disk_and_the_seance_goes_on_elsewhere_and_the_next_start_finds_all_of_it() {
    if !strace_works() {
        return;
    }
    let desk = Desk::new();
    let mut terminal = desk.traced("fdatasync:error=EIO:when=3+");
    open_first_report(&mut terminal);
    terminal.type_keys("bre,");
    terminal.wait_for("ENREGISTRÉE AILLEURS");
    terminal.wait_for("erreur 5");
    terminal.wait_for("Contre        1");
    terminal.type_keys("mar;");
    terminal.wait_for("Abstentions   1");
    // The disk is still there and still fails: said, and nothing is lost.
    terminal.type_keys(PUT_BACK);
    terminal.wait_for("n’est pas remise à sa place");
    terminal.type_keys(QUIT);
    assert_eq!(terminal.wait_end().exit_code(), 0);
    terminal.wait_for("La séance n’est pas enregistrée à sa place");
    assert_eq!(terminal.left_on(), Vec::<&str>::new());
    assert_eq!(lines(&desk.copy("x.journal")), 5);

    let mut again = desk.open(&[]);
    again.wait_for("Abstentions   1");
    assert!(again.screen().contains("Contre        1"), "{}", again.screen());
    again.type_keys(QUIT);
    assert_eq!(again.wait_end().exit_code(), 0);
    assert_eq!(lines(&desk.at("x.journal")), 5, "put back at the opening");
    assert!(!desk.sealed().contains("modifié"), "{}", desk.sealed());
}

#[test]
fn case_15_and_16_a_folder_that_is_gone_and_comes_back_is_said_with_its_path_and_gets_what_it_lacks_by_one_key() {
    let desk = Desk::new();
    let mut terminal = desk.open(&[]);
    open_first_report(&mut terminal);
    let away = desk.home.path().join("away");
    fs::rename(desk.stick(), &away).unwrap();
    terminal.type_keys("bre,");
    terminal.wait_for("ENREGISTRÉE AILLEURS");
    terminal.wait_for("Contre        1");
    terminal.wait_for(&desk.stick().to_string_lossy());
    assert_eq!(lines(&away.join("x.journal")), 3);
    assert_eq!(lines(&desk.copy("x.journal")), 4);
    terminal.type_keys("\x0f");
    terminal.wait_for("n’est plus enregistrée dans");
    terminal.type_keys(PUT_BACK);
    terminal.wait_for("n’est pas là");
    fs::rename(&away, desk.stick()).unwrap();
    terminal.type_keys(PUT_BACK);
    terminal.wait_for("de nouveau enregistrée à sa place");
    assert!(!terminal.screen().contains("ENREGISTRÉE AILLEURS"));
    assert_eq!(lines(&desk.at("x.journal")), 4);
    terminal.type_keys("mar;");
    terminal.wait_for("Abstentions   1");
    assert_eq!(lines(&desk.at("x.journal")), 5);
    terminal.type_keys(QUIT);
    assert_eq!(terminal.wait_end().exit_code(), 0);
    assert_eq!(fs::read(desk.at("x.journal")).unwrap(), fs::read(desk.copy("x.journal")).unwrap());
    assert!(!terminal.screen().contains("n’est pas enregistrée à sa place"));
}

#[test]
fn case_16_a_folder_that_comes_back_is_offered_without_being_asked_for() {
    let desk = Desk::new();
    let mut terminal = desk.open(&[]);
    open_first_report(&mut terminal);
    let away = desk.home.path().join("away");
    fs::rename(desk.stick(), &away).unwrap();
    terminal.type_keys("bre,");
    terminal.wait_for("ENREGISTRÉE AILLEURS");
    // In a pause behind a vote the place is looked at: once that it is gone, once that it is there. Nothing shows the first
    // look, and on a slow machine it may come when the folder is back already: then once more.
    let is_offered = |terminal: &mut Terminal| {
        terminal.read_for(Duration::from_millis(2_500));
        fs::rename(&away, desk.stick()).unwrap();
        terminal.type_keys("mar;");
        let offered = terminal.shows_within("est revenu : Ctrl-T", Duration::from_secs(6));
        if !offered {
            fs::rename(desk.stick(), &away).unwrap();
            terminal.type_keys("mar!");
        }
        offered
    };
    assert!((0..10).any(|_| is_offered(&mut terminal)), "{}", terminal.screen());
    terminal.type_keys(QUIT);
    assert_eq!(terminal.wait_end().exit_code(), 0);
}

#[test]
fn case_17_a_journal_that_another_program_deletes_is_written_anew_at_her_word() {
    let desk = Desk::new();
    let mut terminal = desk.open(&[]);
    open_first_report(&mut terminal);
    fs::remove_file(desk.at("x.journal")).unwrap();
    terminal.type_keys("bre,");
    terminal.wait_for("PAS ENREGISTRÉ");
    assert!(terminal.screen().contains("F7") && terminal.screen().contains("F6"), "{}", terminal.screen());
    // Another file comes to stand there: it is not written over.
    fs::write(desk.at("x.journal"), "à moi\n").unwrap();
    terminal.type_keys(F7);
    terminal.wait_until("no F7 any more", |screen| screen.contains("PAS ENREGISTRÉ") && !screen.contains("F7"));
    assert_eq!(fs::read_to_string(desk.at("x.journal")).unwrap(), "à moi\n");
    fs::remove_file(desk.at("x.journal")).unwrap();
    terminal.type_keys("\r");
    terminal.wait_for("F7");
    terminal.type_keys(F7);
    terminal.wait_for("Contre        1");
    terminal.type_keys(QUIT);
    assert_eq!(terminal.wait_end().exit_code(), 0);
    assert_eq!(lines(&desk.at("x.journal")), 4);
    assert!(!desk.sealed().contains("modifié"), "{}", desk.sealed());
}

#[test]
fn case_12_a_limit_on_files_does_not_kill_and_what_is_not_recorded_is_shown_so() {
    let desk = Desk::new();
    let mut terminal = desk.open(&["sh", "-c", "ulimit -f 8; exec \"$@\"", "sh"]);
    open_first_report(&mut terminal);
    // Votes until the four kilobytes are full.
    for round in 0..40 {
        terminal.type_keys(if round % 2 == 0 { "bre," } else { "bre!" });
        let wanted = if round % 2 == 0 { "Contre        1" } else { "Contre        0" };
        terminal.wait_until(wanted, |screen| screen.contains(wanted) || screen.contains("PAS ENREGISTRÉ"));
        if terminal.screen().contains("PAS ENREGISTRÉ") {
            break;
        }
    }
    terminal.wait_for("le fichier est trop grand, erreur 27");
    let whole = lines(&desk.at("x.journal"));
    assert!(fs::read_to_string(desk.at("x.journal")).unwrap().ends_with('\n'), "the part that was written is cut off");
    // The same limit holds for the copy: said, and nobody is killed.
    terminal.type_keys(F6);
    terminal.wait_until("refused there too", |screen| screen.contains("copies/") && screen.contains("erreur 27"));
    terminal.type_keys("\x1b");
    terminal.wait_until("given up", |screen| !screen.contains("PAS ENREGISTRÉ"));
    terminal.type_keys(QUIT);
    assert_eq!(terminal.wait_end().exit_code(), 0);
    assert_eq!(lines(&desk.at("x.journal")), whole);
    assert_eq!(terminal.left_on(), Vec::<&str>::new());
}

#[test]
fn case_07_a_full_disk_waits_for_an_answer_and_f6_goes_on_elsewhere() {
    if !strace_works() {
        return;
    }
    let desk = Desk::new();
    let mut terminal = desk.traced("fdatasync:error=ENOSPC:when=3+");
    open_first_report(&mut terminal);
    terminal.type_keys("bre,");
    terminal.wait_for("PAS ENREGISTRÉ");
    terminal.wait_for("le disque est plein, erreur 28");
    assert!(!terminal.screen().contains("Contre        1"), "{}", terminal.screen());
    terminal.type_keys(F6);
    terminal.wait_for("Contre        1");
    terminal.wait_for("ENREGISTRÉE AILLEURS");
    terminal.type_keys(QUIT);
    assert_eq!(terminal.wait_end().exit_code(), 0);
    assert_eq!((lines(&desk.at("x.journal")), lines(&desk.copy("x.journal"))), (3, 4));
}

#[test]
fn case_20_half_a_second_a_sync_takes_every_key_in_order_and_leaving_waits_for_the_last() {
    if !strace_works() {
        return;
    }
    let desk = Desk::new();
    let mut terminal = desk.traced("fdatasync:delay_enter=500000");
    open_first_report(&mut terminal);
    terminal.type_keys("bre,mar;bre!");
    terminal.type_keys(QUIT);
    terminal.wait_for("enregistrement…");
    assert!(!terminal.screen().contains("Contre        1"), "{}", terminal.screen());
    assert_eq!(terminal.wait_end().exit_code(), 0);
    let journal = fs::read_to_string(desk.at("x.journal")).unwrap();
    let said: Vec<bool> = journal.lines().skip(3).map(|line| line.contains("breton-alix")).collect();
    assert_eq!(said, [true, false, true], "three votes, in order: {journal}");
}

#[test]
fn case_09_saisir_stops_at_the_action_that_the_disk_refuses_says_it_with_code_2_and_goes_on_from_there() {
    if !strace_works() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let sessions = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
    fs::copy(sessions.join("exemple-soiree.ron"), folder.path().join("s.ron")).unwrap();
    fs::copy(sessions.join("deroules/exemple-soiree.ron"), folder.path().join("d.ron")).unwrap();
    let run = |through: &[&str], options: &[&str]| {
        let words = [through, &[env!("CARGO_BIN_EXE_hemicycle"), "saisir", "s.ron", "d.ron"], options].concat();
        let mut command = Command::new(words[0]);
        command.args(&words[1..]).current_dir(folder.path()).env("XDG_STATE_HOME", folder.path().join("state"));
        let ended = command.output().unwrap();
        (ended.status.code(), String::from_utf8(ended.stderr).unwrap())
    };
    let journal = folder.path().join("s.journal");
    let through = ["strace", "-f", "-o", "log", "-P", "s.journal", "-P", &journal.to_string_lossy()];
    let inject = ["-e", "trace=fdatasync", "-e", "inject=fdatasync:error=EIO:when=4+"];
    let (code, said) = run(&[&through[..], &inject].concat(), &[]);
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("Pas enregistré : le disque ne répond pas comme il faut, erreur 5"), "{said}");
    assert_eq!(lines(&journal), 4, "three actions and line 0");
    let (code, said) = run(&[], &["--suite"]);
    assert_eq!(code, Some(0), "{said}");
    let mut sealed = Command::new(env!("CARGO_BIN_EXE_hemicycle"));
    assert!(sealed.arg("sceau").arg(folder.path().join("s.ron")).output().unwrap().status.success());
}
