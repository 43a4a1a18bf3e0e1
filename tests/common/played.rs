//! A story told to the real program, in a terminal.

use std::time::Duration;

use hemicycle::app::Key;
use hemicycle::app::story::Step;

use crate::story::shows;
use crate::terminal::Terminal;
use crate::typed::bytes;

/// Types the keys of a step, and waits for each text that it promises.
pub fn play(terminal: &mut Terminal, step: &Step) {
    const HELD: &str = "Entrée ignorée";
    let keys: Vec<Key> = step.keys().collect();
    for key in &keys {
        terminal.type_keys(&bytes(*key));
    }
    let seen = |screen: &str| step.sights.iter().all(|sight| shows(screen, &sight.text));
    let wanted = format!("what line {} promises", step.line);
    terminal.wait_until(&wanted, |screen| seen(screen) || screen.contains(HELD));
    while !seen(&terminal.screen()) {
        // Enter comes too soon after a result: the program says so. Help and back takes the remark away, then once more.
        assert_eq!(keys.last(), Some(&Key::Enter), "line {}", step.line);
        terminal.type_keys(&bytes(Key::Function(1)).repeat(2));
        terminal.wait_until("no remark", |screen| !screen.contains(HELD));
        terminal.read_for(Duration::from_millis(400));
        terminal.type_keys(&bytes(Key::Enter));
        terminal.wait_until(&wanted, |screen| seen(screen) || screen.contains(HELD));
    }
}
