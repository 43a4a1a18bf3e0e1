//! The signals that end, stop or wake the program: each becomes a message to the loop, which does the rest in order.
//!
//! A program killed in raw mode leaves a dead terminal behind: nothing is done here but to say what came.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use signal_hook::consts::signal::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGXFSZ};
use signal_hook::iterator::Signals;

/// What a signal asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// End, with exit code 128 + the number of the signal.
    End(i32),
    /// Stop until woken: give the terminal back first.
    Stop,
    /// Woken: take the terminal and draw everything again.
    Wake,
}

/// Who is told of a signal; false if nobody listens there any more.
type Listener = Box<dyn Fn(Asked) -> bool + Send>;

/// Who listens, and what came while nobody did.
struct Ears {
    listener: Option<Listener>,
    unheard: Option<i32>,
    is_listening: bool,
}

/// One program has one set of signals: where a screen goes on into another (the list of the séances into one of them), the
/// next one is told, and what came between the two is not lost.
static EARS: Mutex<Ears> = Mutex::new(Ears { listener: None, unheard: None, is_listening: false });

/// Whether the program was woken since it was last asked to stop: then it stops no more. Set where the signal comes in, not
/// where it is told: the thread that tells may be late, and who stops after being woken is woken by nobody.
static IS_WOKEN: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

/// Whether somebody was told to stop and has not done it yet: what wakes it meanwhile is not forgotten.
static IS_STOPPING: AtomicBool = AtomicBool::new(false);

/// How long a stop and a wake wait for each other. Sent one after the other, they come in no order, and one of them later by
/// the time that a busy machine takes: then the program goes on, as whoever sent both is not going to wake it again.
const TIME_TO_SETTLE: Duration = Duration::from_millis(50);

/// Tells `heard` of each signal, from a thread of its own, until `heard` says that nobody listens any more. Who listened
/// before hears nothing more; a signal to end that nobody heard is told at once.
///
/// # Errors
/// The system does not let the signals be listened to.
pub fn listen(heard: impl Fn(Asked) -> bool + Send + 'static) -> io::Result<()> {
    let mut ears = EARS.lock().unwrap_or_else(PoisonError::into_inner);
    if !ears.is_listening {
        spawn()?;
        ears.is_listening = true;
    }
    if let Some(signal) = ears.unheard.take() {
        heard(Asked::End(signal));
    }
    ears.listener = Some(Box::new(heard));
    // What the one before was told to do, it does no more.
    IS_STOPPING.store(false, Ordering::SeqCst);
    Ok(())
}

/// Tells nobody any more: what came before was told, and what comes from now on waits for whoever listens next.
pub fn listen_no_more() {
    EARS.lock().unwrap_or_else(PoisonError::into_inner).listener = None;
}

fn spawn() -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGXFSZ])?;
    signal_hook::flag::register(SIGCONT, Arc::clone(&IS_WOKEN))?;
    thread::Builder::new().name("signals".into()).spawn(move || {
        let mut is_to_be_woken = false;
        loop {
            let mut came: Vec<i32> = signals.wait().collect();
            let (stops, wakes) = (came.contains(&SIGTSTP), came.contains(&SIGCONT));
            if stops && !IS_STOPPING.load(Ordering::SeqCst) {
                IS_WOKEN.store(false, Ordering::SeqCst);
            }
            // The one that is awaited needs no other: who was stopped and is woken may be stopped again at once.
            if (stops && !wakes) || (wakes && !is_to_be_woken) {
                settle();
                came.extend(signals.pending());
            }
            for asked in asked_by(&came) {
                is_to_be_woken = asked == Asked::Stop;
                tell(asked);
            }
        }
    })?;
    Ok(())
}

/// Gives the other of two signals the time to come.
#[allow(clippy::disallowed_methods, reason = "no state says that a signal will not come: only time does")]
fn settle() {
    thread::sleep(TIME_TO_SETTLE);
}

/// Lets a file that may not grow any more be an error of the write, in every verb: the signal that comes with it would kill.
pub fn outlive_the_limit_of_a_file() {
    // Where the system does not let it be heard, the program is as any other.
    let _ = signal_hook::flag::register(SIGXFSZ, Arc::default());
}

/// Leaves nothing of what the program knows to a dump of its memory: one that breaks down leaves none of its pages behind, in
/// no folder and in no report of the system. As `proc(5)` says of `coredump_filter`; the limit of a dump's size would need a
/// call that is not safe.
pub fn keep_the_memory_out_of_dumps() {
    // A system without it dumps as for any other program.
    let _ = std::fs::write("/proc/self/coredump_filter", "0");
}

/// What signals that came together ask for, in the order in which it is done: they come without one. Who was stopped and
/// woken at once is woken, and whoever is to end need not stop.
fn asked_by(came: &[i32]) -> Vec<Asked> {
    let has = |signal| came.contains(&signal);
    // SIGXFSZ asks nothing: a file may not grow any more, so the write fails and says so. Unheard, it would kill.
    let end = [SIGTERM, SIGHUP, SIGINT, SIGQUIT].into_iter().find(|signal| has(*signal)).map(Asked::End);
    let wake = has(SIGCONT).then_some(Asked::Wake);
    let stop = (has(SIGTSTP) && wake.is_none() && end.is_none()).then_some(Asked::Stop);
    [stop, wake, end].into_iter().flatten().collect()
}

fn tell(asked: Asked) {
    let mut ears = EARS.lock().unwrap_or_else(PoisonError::into_inner);
    if asked == Asked::Stop && ears.listener.is_some() {
        IS_STOPPING.store(true, Ordering::SeqCst);
    }
    let is_heard = ears.listener.as_ref().is_some_and(|listener| listener(asked));
    if let (false, Asked::End(signal)) = (is_heard, asked) {
        ears.unheard = Some(signal);
    }
}

/// Stops this process until it is woken, as the shell expects of Ctrl-Z sent from outside. Whoever was woken while the
/// terminal was being given back is not stopped: nobody would wake it again.
///
/// # Errors
/// The system refuses.
pub fn stop_here() -> io::Result<()> {
    let is_stopped =
        if IS_WOKEN.load(Ordering::SeqCst) { Ok(()) } else { signal_hook::low_level::emulate_default_handler(SIGTSTP) };
    IS_STOPPING.store(false, Ordering::SeqCst);
    is_stopped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_34_who_is_stopped_and_woken_at_once_is_woken_and_who_is_to_end_does_not_stop() {
        assert_eq!(asked_by(&[SIGTSTP]), [Asked::Stop]);
        assert_eq!(asked_by(&[SIGCONT, SIGTSTP]), [Asked::Wake]);
        assert_eq!(asked_by(&[SIGTERM, SIGTSTP]), [Asked::End(SIGTERM)]);
        assert_eq!(asked_by(&[SIGHUP, SIGCONT]), [Asked::Wake, Asked::End(SIGHUP)], "a terminal that goes wakes first");
        assert_eq!(asked_by(&[SIGXFSZ]), []);
    }
}
