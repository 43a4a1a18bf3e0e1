//! A story told to the real program, in a terminal.

use std::time::Duration;

use hemicycle::app::Key;
use hemicycle::app::story::Step;

use crate::story::shows;
use crate::terminal::Terminal;
use crate::typed::bytes;

/// Between two presses of one key.
const FINGER: Duration = Duration::from_millis(150);

/// Types the keys of a step, and waits for each text that it promises.
pub fn play(terminal: &mut Terminal, step: &Step) {
    const HELD: &str = "Entrée ignorée";
    let keys: Vec<Key> = step.keys().collect();
    let mut before = terminal.screen();
    for (place, key) in keys.iter().enumerate() {
        // A letter that comes again at once is a key kept down: fingers are slower.
        if matches!(key, Key::Char(_)) && place > 0 && keys.get(place - 1) == Some(key) {
            // The program has taken the first one: what it shows has changed.
            for _ in 0..20 {
                terminal.read_for(FINGER);
                if terminal.screen() != before {
                    break;
                }
            }
        }
        before = terminal.screen();
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
