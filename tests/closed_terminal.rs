//! The window is closed while the program runs: it ends by itself, and never as if it had failed.

use std::io::Read;
use std::path::Path;

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

/// What the program ends with when its terminal is gone: it says so, or the hang-up came first.
const QUIET_ENDS: [u32; 2] = [2, 129];

/// Starts the program, waits for its first frame, closes the window; gives the exit code.
fn closed_after_a_frame(folder: &Path, arguments: &[&str]) -> u32 {
    let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_hemicycle"));
    command.args(arguments);
    command.cwd(folder);
    command.env("TERM", "xterm-256color");
    command.env("XDG_STATE_HOME", folder.join("state"));
    command.env("XDG_CONFIG_HOME", folder.join("config"));
    let mut child = pair.slave.spawn_command(command).expect("the program starts");
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().expect("its output");
    let (mut written, mut bytes) = (Vec::new(), [0; 4096]);
    while !String::from_utf8_lossy(&written).contains("Conseil") {
        let read = reader.read(&mut bytes).expect("a frame");
        assert!(read > 0, "no frame came: {}", String::from_utf8_lossy(&written));
        written.extend_from_slice(&bytes[..read]);
    }
    drop((reader, pair.master));
    child.wait().expect("it ends").exit_code()
}

#[test]
fn every_screen_ends_quietly_when_its_window_is_closed() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
    let folder = tempfile::tempdir().expect("a folder");
    let copy = |name: &str| std::fs::copy(samples.join(name), folder.path().join(name)).expect("a copy");
    copy("exemple-soiree.ron");
    for arguments in [&[][..], &["exemple-soiree.ron"], &["projeter", "exemple-soiree.ron"], &["repeter"]] {
        let code = closed_after_a_frame(folder.path(), arguments);
        assert!(QUIET_ENDS.contains(&code), "{arguments:?} ended with {code}");
    }
}
