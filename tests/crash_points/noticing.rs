//! What a reader of the journal must notice: a change anywhere, and an end that was cut off. Readers and writers that were
//! broken on purpose let some of it pass.

use hemicycle::store::chain::{SEAL_LENGTH, Seal};
use hemicycle::store::journal::{self, Beginning, Reading};
use hemicycle::store::record;

use crate::evening::{evening as steps, session, whole, whole_of, with_journal};

/// What a reader finds: the séance closed or not, or that something is wrong.
type Verdict = Result<bool, String>;

/// Reads as the program does: chain, form and rules.
fn read(bytes: &[u8]) -> Verdict {
    let (_, disk) = with_journal(bytes);
    record::read(&*disk, session()).map_err(|fault| format!("{fault:?}"))?;
    match journal::read::<Beginning>(bytes) {
        Ok(Reading::Started(lines)) if lines.torn == 0 => Ok(lines.is_closed()),
        other => Err(format!("{:?}", other.err())),
    }
}

/// Reads as a program would that takes every seal for right.
fn read_without_the_chain(bytes: &[u8]) -> Verdict {
    let mut head = Seal::FIRST;
    let mut resealed = Vec::new();
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let json = line.get(SEAL_LENGTH + 1..).and_then(|json| json.strip_suffix(b"\n")).ok_or("no line")?;
        head = head.then(json);
        resealed.extend([&head.hex()[..], b" ", json, b"\n"].concat());
    }
    read(&resealed)
}

fn lines(journal: &[u8]) -> Vec<&[u8]> {
    journal.split_inclusive(|byte| *byte == b'\n').collect()
}

/// Journals that are not this one any more: a digit changed, and lines swapped, deleted or doubled.
fn altered(whole: &[u8]) -> Vec<Vec<u8>> {
    let mut altered = Vec::new();
    for (place, byte) in whole.iter().enumerate().filter(|(_, byte)| byte.is_ascii_digit()) {
        let mut bytes = whole.to_vec();
        bytes[place] = if *byte == b'9' { b'0' } else { byte + 1 };
        altered.push(bytes);
    }
    let lines = lines(whole);
    for place in 1..lines.len() {
        let [mut swapped, mut deleted, mut doubled] = [0; 3].map(|_| lines.clone());
        swapped.swap(place - 1, place);
        deleted.remove(place - 1);
        doubled.insert(place, lines[place]);
        altered.extend([swapped, deleted, doubled].map(|lines| lines.concat()));
    }
    altered
}

/// This journal cut at each of its lines.
fn cut(whole: &[u8]) -> Vec<Vec<u8>> {
    let lines = lines(whole);
    (1..lines.len()).map(|kept| lines[..kept].concat()).collect()
}

/// How many of them a reader takes for the journal itself.
fn unnoticed(reader: fn(&[u8]) -> Verdict, whole: &[u8], others: Vec<Vec<u8>>) -> usize {
    let verdict = reader(whole);
    assert!(verdict.is_ok(), "{verdict:?}");
    others.into_iter().filter(|other| reader(other) == verdict).count()
}

#[test]
fn case_05_and_06_every_alteration_of_the_journal_and_every_cut_is_noticed() {
    let (whole, _) = whole();
    assert_eq!(unnoticed(read, &whole, altered(&whole)), 0);
    assert_eq!(unnoticed(read, &whole, cut(&whole)), 0);
}

#[test]
fn case_02_goes_red_when_the_chain_is_not_checked() {
    let (whole, _) = whole();
    assert!(unnoticed(read_without_the_chain, &whole, altered(&whole)) > 0);
}

#[test]
fn case_02_goes_red_when_the_close_is_not_written() {
    let steps = steps();
    let (without_its_close, _) = whole_of(&steps[..steps.len() - 1]);
    assert!(unnoticed(read, &without_its_close, cut(&without_its_close)) > 0);
}
