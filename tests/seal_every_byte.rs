//! Whatever is done to one byte or one line of a journal of fifty lines is noticed.

mod evening;

use std::path::Path;
use std::sync::OnceLock;

use evening::{PATH, Step, beside, evening as steps, memory, play, with_journal};
use hemicycle::council::ballot::Choice;
use hemicycle::council::command::Command;
use hemicycle::council::id::{MemberId, ReportId};
use hemicycle::store::chain::Seal;
use hemicycle::store::disk::Disk;
use hemicycle::store::fault::Fault;
use hemicycle::store::journal::{self, Beginning, Broken, Flaw, Pen, Reading};
use hemicycle::store::seal::{self, Verdict};

const LINES: usize = 50;

/// An evening of fifty lines with its close: the small one, in which a member changes her mind again and again.
fn journal() -> &'static [u8] {
    static JOURNAL: OnceLock<Vec<u8>> = OnceLock::new();
    JOURNAL.get_or_init(|| {
        let (before, after) = (steps()[..3].to_vec(), steps()[3..].to_vec());
        let more = LINES - 1 - before.len() - after.len();
        let mind = |number: usize| {
            let choice = if number.is_multiple_of(2) { Choice::Against } else { Choice::For };
            Step::Do(Command::voices(&ReportId::new("1"), vec![(MemberId::new("martinet-lea"), choice)]))
        };
        let all: Vec<Step> = before.into_iter().chain((0..more).map(mind)).chain(after).collect();
        let (memory, disk) = memory();
        drop(play(&disk, &all));
        let journal = memory.content(&beside("journal")).expect("recorded");
        assert_eq!(journal.split(|byte| *byte == b'\n').count() - 1, LINES);
        journal
    })
}

fn lines(journal: &[u8]) -> Vec<&[u8]> {
    journal.split_inclusive(|byte| *byte == b'\n').collect()
}

/// Each line with where it begins, and the chain as it stands before it.
fn places() -> Vec<(usize, usize, Pen)> {
    let (mut pen, mut start, mut places) = (Pen::NEW, 0, Vec::new());
    for line in lines(journal()) {
        places.push((start, line.len(), pen));
        pen.follow(&line[..line.len() - 1]).expect("its seal is right");
        start += line.len();
    }
    places
}

/// What is found in bytes that are those of the journal up to that line: reading stops at the first flaw, so only the line
/// that was touched is followed.
fn found(bytes: &[u8], line: usize, start: usize, pen: Pen) -> Result<(), Broken> {
    // The first line is read as such, and what has no end of line is known by the whole alone.
    if line == 0 || bytes.last() != Some(&b'\n') {
        return journal::read::<Beginning>(bytes).map(|_| ());
    }
    let mut pen = pen;
    journal::read_on(&mut pen, &bytes[start..], u64::MAX, &mut Vec::new()).map(|_| ())
}

/// Puts those values at every byte, one at a time; says how many changes there were. Each must be noticed, at its line.
fn change_every_byte(values: impl Fn(u8) -> Vec<u8>) -> usize {
    let (mut bytes, mut changes) = (journal().to_vec(), 0);
    for (line, (start, length, pen)) in places().into_iter().enumerate() {
        for place in start..start + length {
            let byte = bytes[place];
            for value in values(byte) {
                bytes[place] = value;
                let altered = Broken::Altered { line: line as u64, flaw: Flaw::Seal };
                assert_eq!(found(&bytes, line, start, pen), Err(altered), "byte {place} of {byte} is now {value}");
                changes += 1;
            }
            bytes[place] = byte;
        }
    }
    changes
}

/// Each bit flipped; and an end of line, a space, a zero, a quote, a digit, what no UTF-8 holds.
fn chosen(byte: u8) -> Vec<u8> {
    let mut values: Vec<u8> = (0..8).map(|bit| byte ^ (1 << bit)).chain(*b"\n\r \0\"0\xff").collect();
    values.sort_unstable();
    values.dedup();
    values.retain(|value| *value != byte);
    values
}

#[test]
fn case_05_every_bit_of_a_journal_of_fifty_lines_flipped_is_noticed_at_its_line() {
    let changes = change_every_byte(chosen);
    println!("{} bytes, {changes} changes", journal().len());
    assert!(changes > journal().len() * 13);
}

/// `cargo test --test seal_every_byte -- --ignored --nocapture`
#[test]
#[ignore = "2 572 185 changes: ten seconds of one core"]
fn case_05_every_other_value_of_every_byte_of_a_journal_of_fifty_lines_is_noticed_at_its_line() {
    let changes = change_every_byte(|byte| (0..=u8::MAX).filter(|value| *value != byte).collect());
    println!("{} bytes, {changes} changes", journal().len());
    assert_eq!(changes, journal().len() * 255);
}

/// What the seal says of those bytes, the rules and the second count included.
fn verdict(bytes: &[u8]) -> Verdict {
    let (_, disk) = with_journal(bytes);
    judged(&*disk)
}

fn judged(disk: &dyn Disk) -> Verdict {
    match seal::verify(disk, Path::new(PATH)) {
        Ok(Some(report)) => Verdict::of(&report),
        Ok(None) => Verdict::NotClosed,
        Err(fault) => Verdict::of_fault(&fault),
    }
}

#[test]
fn case_05_the_seal_says_altered_whichever_byte_it_is() {
    assert_eq!(verdict(journal()), Verdict::Closed);
    let mut bytes = journal().to_vec();
    for place in (0..bytes.len()).step_by(97) {
        bytes[place] ^= 1;
        assert_eq!(verdict(&bytes), Verdict::Altered, "byte {place}");
        bytes[place] ^= 1;
    }
}

#[test]
fn case_05_a_byte_put_in_or_taken_out_anywhere_is_noticed() {
    let journal = journal();
    for (line, (start, length, pen)) in places().into_iter().enumerate() {
        for place in start..start + length {
            for value in *b"\n 0a\0" {
                let mut longer = journal.to_vec();
                longer.insert(place, value);
                // An end of line before an end of line is an empty line behind it.
                let at = line + usize::from(value == b'\n' && journal[place] == value);
                let altered = Err(Broken::Altered { line: at as u64, flaw: Flaw::Seal });
                assert_eq!(found(&longer, line, start, pen), altered, "{value} before byte {place}");
            }
            let mut shorter = journal.to_vec();
            shorter.remove(place);
            let is_noticed = match found(&shorter, line, start, pen) {
                Err(Broken::Altered { line: at, flaw: Flaw::Seal }) => at == line as u64,
                // The end of the last line: what it began was not recorded, or so it seems; it is not closed any more.
                Ok(()) => line == LINES - 1 && verdict(&shorter) == Verdict::Torn,
                _ => false,
            };
            assert!(is_noticed, "without byte {place}");
        }
    }
    let behind = [journal, b"x"].concat();
    assert_eq!(verdict(&behind), Verdict::Torn);
}

#[test]
fn case_06_every_line_deleted_doubled_or_swapped_with_any_other_is_noticed_at_the_first_that_does_not_follow() {
    let lines = lines(journal());
    let noticed = |lines: &[&[u8]], at: usize, what: &str| {
        let found = journal::read::<Beginning>(&lines.concat()).map(|_| ());
        assert_eq!(found, Err(Broken::Altered { line: at as u64, flaw: Flaw::Seal }), "{what} {at}");
    };
    for place in 0..LINES {
        let mut doubled = lines.clone();
        doubled.insert(place, lines[place]);
        noticed(&doubled, place + 1, "doubled");
        for other in place + 1..LINES {
            let mut swapped = lines.clone();
            swapped.swap(place, other);
            noticed(&swapped, place, "swapped");
        }
        if place + 1 < LINES {
            let mut deleted = lines.clone();
            deleted.remove(place);
            noticed(&deleted, place, "deleted");
        }
    }
}

#[test]
fn case_06_a_closed_journal_cut_at_any_line_is_not_closed_any_more_and_truncated_if_something_followed() {
    let lines = lines(journal());
    let head = match journal::read::<Beginning>(journal()) {
        Ok(Reading::Started(lines)) => lines.pen.head,
        other => panic!("{:?}", other.map(|_| ())),
    };
    for kept in 0..LINES {
        let cut = lines[..kept].concat();
        assert_eq!(verdict(&cut), Verdict::NotClosed, "the first {kept}");
        let noted = head.spoken().parse().expect("a head");
        let (memory, disk) = with_journal(&cut);
        let gone = seal::noted::look_for(&*disk, Path::new(PATH), &noted);
        assert_eq!(gone, Ok(seal::noted::Found::Nowhere { lines: kept as u64 }));
        memory.put(&beside("suites"), &suites_of(head));
        assert_eq!(judged(&*disk), Verdict::Truncated, "the first {kept}");
    }
    let (memory, disk) = with_journal(journal());
    memory.put(&beside("suites"), &suites_of(head));
    assert_eq!(judged(&*disk), Verdict::Closed);
}

/// What was recorded after a close of that head: the minutes were settled.
fn suites_of(head: Seal) -> Vec<u8> {
    let settled = r#"{"n":1,"a":"2025-04-07T18:00:00+02:00","fait":[{"ProcesVerbalArrete":{"le":"2025-04-07"}}]}"#;
    let mut seal = Seal::FIRST;
    let zero = format!(r#"{{"n":0,"format":1,"suite_de":"{head}"}}"#);
    let sealed = [zero.as_str(), settled].map(|json| {
        seal = seal.then(json.as_bytes());
        format!("{seal} {json}\n")
    });
    sealed.concat().into_bytes()
}

/// The journal as a reader sees it that does not check the chain: every seal is right.
fn resealed(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut head = Seal::FIRST;
    let mut again = Vec::new();
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let json = line.strip_suffix(b"\n")?.get(65..)?;
        head = head.then(json);
        again.extend([head.to_string().as_bytes(), b" ", json, b"\n"].concat());
    }
    Some(again)
}

#[test]
fn case_05_and_06_go_red_when_the_chain_is_not_checked() {
    let journal = journal();
    assert_eq!(resealed(journal).as_deref(), Some(journal));
    let (mut bytes, mut missed) = (journal.to_vec(), 0);
    for place in (0..journal.len()).step_by(5) {
        bytes[place] ^= 1;
        missed += usize::from(resealed(&bytes).is_some_and(|bytes| journal::read::<Beginning>(&bytes).is_ok()));
        bytes[place] ^= 1;
    }
    // Seals themselves, hours, names and objects: without the chain nothing tells.
    assert!(missed > journal.len() / 5 / 3, "{missed} of {}", journal.len() / 5);
    // The moment of an action binds no figure: the rules and the second count say nothing of it.
    let text = String::from_utf8(journal.to_vec()).expect("text");
    let later = text.replacen("18:04:10", "18:04:11", 5);
    let fault = |bytes: &[u8]| seal::verify(&*with_journal(bytes).1, Path::new(PATH)).err();
    assert!(matches!(fault(later.as_bytes()), Some(Fault::Altered { flaw: Flaw::Seal, .. })));
    assert_eq!(fault(&resealed(later.as_bytes()).expect("lines")), None, "only the chain tells");
}
