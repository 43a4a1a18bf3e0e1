//! Weighs a PDF before it is read: what a few bytes unfold to must not fill the memory.
//!
//! The reader below unfolds some streams by itself and asks nobody. So every stream is unfolded here first, into
//! nothing, and only counted. A stream that is folded twice is not read: the second unfolding could not be weighed.

use flate2::{Decompress, FlushDecompress, Status};

/// The longest PDF that is read, in bytes: a register of five hundred reports is ten times smaller.
pub const LIMIT: u64 = 64 * 1024 * 1024;

/// What all streams of a PDF may unfold to together, in bytes.
pub const UNFOLDED: usize = 128 * 1024 * 1024;

/// How far before its content the dictionary of a stream is looked for, in bytes.
const DICTIONARY: usize = 64 * 1024;

/// How many bytes of dictionaries are looked at: a file made of nothing but beginnings must end too.
const LOOKED_AT: usize = 32 * 1024 * 1024;

/// The names under which a PDF folds a stream smaller, as they stand behind a filter.
const FOLDING: [&[u8]; 6] = [b"FlateDecode", b"Fl", b"LZWDecode", b"LZW", b"RunLengthDecode", b"RL"];

/// Whether a PDF may be read: not too long, and not too much once unfolded.
#[must_use]
pub fn is_bearable(bytes: &[u8]) -> bool {
    is_bearable_within(bytes, UNFOLDED)
}

fn is_bearable_within(bytes: &[u8], limit: usize) -> bool {
    let (mut left, mut looked_at) = (limit, 0_usize);
    bytes.len() as u64 <= LIMIT
        && streams(bytes).all(|(before, content)| {
            looked_at = looked_at.saturating_add(before.len());
            let folded = if looked_at > LOOKED_AT { None } else { times_folded(before) };
            if folded == Some(1) {
                left = left.saturating_sub(unfolded(content, left));
            }
            folded.is_some_and(|times| times <= 1) && left > 0
        })
}

/// Each stream: what stands before its content, and all that follows.
fn streams(bytes: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    const WORD: &[u8] = b"stream";
    let mut from = 0;
    let mut ended = 0;
    std::iter::from_fn(move || {
        loop {
            let place = from + find(bytes.get(from..)?, WORD)?;
            from = place + WORD.len();
            if bytes.get(..place)?.ends_with(b"end") {
                ended = from;
                continue;
            }
            let dictionary = bytes.get(ended.max(place.saturating_sub(DICTIONARY))..place)?;
            let content = bytes.get(from..)?;
            let content = content.strip_prefix(b"\r").unwrap_or(content);
            return Some((dictionary, content.strip_prefix(b"\n").unwrap_or(content)));
        }
    })
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|window| window == word)
}

/// How many times a stream is folded; `None` if its dictionary names a filter that stands elsewhere.
///
/// What stands between two streams names one filter at most, that of the second: all of it is looked at, whatever it says
/// where the dictionary begins. « F », the short name of a filter, is also that of a file and is looked for near.
fn times_folded(before: &[u8]) -> Option<usize> {
    let near = before.windows(4).rposition(|window| window == b" obj").map_or(0, |place| place + 4);
    let long = times_folded_by(before, b"Filter")?;
    let short = times_folded_by(before.get(near..).unwrap_or_default(), b"F")?;
    Some(long + short)
}

fn times_folded_by(dictionary: &[u8], filter: &[u8]) -> Option<usize> {
    let names = names(dictionary);
    let mut times = 0;
    for (place, (name, follows)) in names.iter().enumerate() {
        if name == filter && follows.first().is_some_and(u8::is_ascii_digit) {
            return None;
        }
        // « /Fl » is also the name of a font: it folds only behind a filter.
        let behind_filter = names.iter().take(place).rev().take(4).any(|(name, _)| name == filter);
        times += usize::from(behind_filter && FOLDING.contains(&&name[..]));
    }
    Some(times)
}

/// The names of a dictionary with their escapes undone, each with what follows it.
fn names(dictionary: &[u8]) -> Vec<(Vec<u8>, &[u8])> {
    let mut names = Vec::new();
    for (place, _) in dictionary.iter().enumerate().filter(|(_, byte)| **byte == b'/') {
        let mut rest = dictionary.get(place + 1..).unwrap_or_default();
        let mut name = Vec::new();
        while let Some((byte, after)) = rest.split_first() {
            let escaped = after.first_chunk::<2>().filter(|_| *byte == b'#').and_then(|code| {
                let code = std::str::from_utf8(code).ok()?;
                u8::from_str_radix(code, 16).ok()
            });
            match escaped {
                Some(byte) => {
                    name.push(byte);
                    rest = after.get(2..).unwrap_or_default();
                }
                None if byte.is_ascii_alphanumeric() => {
                    name.push(*byte);
                    rest = after;
                }
                None => break,
            }
        }
        names.push((name, rest.trim_ascii_start()));
    }
    names
}

/// How many bytes a content unfolds to and is read for it, counted until the limit.
fn unfolded(content: &[u8], limit: usize) -> usize {
    let has_header = match content {
        [method, flags, ..] => {
            method & 0x0f == 8 && u16::from_be_bytes([*method, *flags]).is_multiple_of(31) && flags & 0x20 == 0
        }
        _ => false,
    };
    let mut unfolding = Decompress::new(has_header);
    let mut out = vec![0; 64 * 1024];
    let (mut total, mut rest) = (0, content);
    while total < limit {
        let (read, made) = (unfolding.total_in(), unfolding.total_out());
        let status = unfolding.decompress(rest, &mut out, FlushDecompress::None);
        let read = usize::try_from(unfolding.total_in() - read).unwrap_or(usize::MAX);
        let made = usize::try_from(unfolding.total_out() - made).unwrap_or(usize::MAX);
        total = total.saturating_add(made).saturating_add(read);
        rest = rest.get(read..).unwrap_or_default();
        match status {
            Ok(Status::Ok) if read > 0 || made > 0 => {}
            _ => break,
        }
    }
    total
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compress, Compression, FlushCompress};

    fn folded(content: &[u8]) -> Vec<u8> {
        let mut folding = Compress::new(Compression::best(), true);
        let mut out = Vec::with_capacity(content.len() / 100 + 1024);
        folding.compress_vec(content, &mut out, FlushCompress::Finish).unwrap();
        out
    }

    fn pdf(dictionary: &str, content: &[u8]) -> Vec<u8> {
        [b"%PDF-1.7\n1 0 obj\n", dictionary.as_bytes(), b"\nstream\n", content, b"\nendstream\nendobj\n"].concat()
    }

    #[test]
    fn a_stream_that_unfolds_to_more_than_the_memory_is_not_read() {
        const LIMIT: usize = 1024 * 1024;
        let one = pdf("<< /Filter /FlateDecode >>", &folded(&vec![0; LIMIT / 4]));
        assert!(is_bearable_within(&one, LIMIT));
        assert!(one.len() < LIMIT / 100);
        assert!(!is_bearable_within(&one.repeat(4), LIMIT), "together they are too much");
    }

    #[test]
    fn a_file_of_nothing_but_beginnings_is_not_looked_at_for_ever() {
        assert!(!is_bearable(&b"stream ".repeat(20_000)));
    }

    #[test]
    fn a_stream_that_is_folded_twice_is_not_read_however_its_filter_is_written() {
        let content = folded(b"words");
        for dictionary in [
            "<< /Filter [/FlateDecode /FlateDecode] >>",
            "<< /F#69lter [/Fl#61teDecode /Fl] >>",
            "<< /Filter 5 0 R >>",
            "<< /F [/ASCIIHexDecode /LZW /Fl] >>",
        ] {
            assert!(!is_bearable(&pdf(dictionary, &content)), "{dictionary}");
        }
        for dictionary in ["<< /Length 5 >>", "<< /Filter [/FlateDecode] >>", "<< /Filter [/FlateDecode /DCTDecode] >>"]
        {
            assert!(is_bearable(&pdf(dictionary, &content)), "{dictionary}");
        }
    }
}
