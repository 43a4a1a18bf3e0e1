//! Weighs a PDF before it is read: what a few bytes unfold to must not fill the memory.
//!
//! The reader below unfolds some streams by itself and asks nobody. So every stream is unfolded here first, into
//! nothing, and only counted. A stream that is folded twice is not read: the second unfolding could not be weighed.

use flate2::{Decompress, FlushDecompress, Status};

/// The longest PDF that is read, in bytes: a register of five hundred reports is ten times smaller.
pub const LIMIT: u64 = 64 * 1024 * 1024;

/// What all streams of a PDF may unfold to together, in bytes.
pub const UNFOLDED: usize = 128 * 1024 * 1024;

/// How many bytes of dictionaries are looked at: a file made of nothing but beginnings must end too.
const LOOKED_AT: usize = 32 * 1024 * 1024;

/// The names under which a PDF folds a stream smaller, and this program unfolds it.
const FOLDING: [&[u8]; 2] = [b"FlateDecode", b"Fl"];

/// Those of foldings of long ago, which could not be weighed: no writer of today has them.
const OF_LONG_AGO: [&[u8]; 4] = [b"LZWDecode", b"LZW", b"RunLengthDecode", b"RL"];

/// The longest name that is looked at, in bytes: longer than any filter is called.
const LONGEST_NAME: usize = 32;

/// Whether a PDF may be read: not too long, and not too much once unfolded.
#[must_use]
pub fn is_bearable(bytes: &[u8]) -> bool {
    is_bearable_within(bytes, UNFOLDED)
}

fn is_bearable_within(bytes: &[u8], limit: usize) -> bool {
    let (mut left, mut looked_at) = (limit, 0_usize);
    bytes.len() as u64 <= LIMIT
        && has_plain_filters(bytes)
        && streams(bytes).all(|(before, content)| {
            looked_at = looked_at.saturating_add(before.len());
            let is_plain = looked_at <= LOOKED_AT && is_folded_once_at_most(before);
            // Whatever its dictionary says: a filter may stand where nobody looks.
            left = left.saturating_sub(unfolded(content, left));
            is_plain && left > 0
        })
}

/// Whether every filter of a file is named where it stands, and no two that unfold stand in a row.
fn has_plain_filters(bytes: &[u8]) -> bool {
    let mut last_folds_until = None;
    let mut from = 0;
    while let Some(place) = bytes.get(from..).and_then(|rest| rest.iter().position(|byte| *byte == b'/')) {
        let start = from + place;
        let (name, rest) = name_of(bytes.get(start + 1..).unwrap_or_default());
        let end = bytes.len() - rest.len();
        let rest = trimmed(rest);
        if name == b"Filter" && !(rest.starts_with(b"/") || is_list_of_names(rest)) {
            return false;
        }
        let folds = FOLDING.contains(&&name[..]) || OF_LONG_AGO.contains(&&name[..]);
        if folds && last_folds_until == Some(start) {
            return false;
        }
        last_folds_until = folds.then_some(bytes.len() - rest.len());
        from = end.max(start + 1);
    }
    true
}

/// Whether what follows is a list of names and of nothing else.
fn is_list_of_names(follows: &[u8]) -> bool {
    let Some(mut rest) = follows.strip_prefix(b"[").map(trimmed) else { return false };
    while let Some(after) = rest.strip_prefix(b"/") {
        rest = trimmed(name_of(after).1);
    }
    rest.starts_with(b"]")
}

/// Without the white space before it (ISO 32000-1, 7.2.2), of which a null byte is.
fn trimmed(bytes: &[u8]) -> &[u8] {
    let is_white = |byte: &u8| matches!(byte, b'\0' | b'\t' | b'\n' | 0x0c | b'\r' | b' ');
    let place = bytes.iter().position(|byte| !is_white(byte)).unwrap_or(bytes.len());
    bytes.get(place..).unwrap_or_default()
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
            let dictionary = bytes.get(ended..place)?;
            let content = bytes.get(from..)?;
            let content = content.strip_prefix(b"\r").unwrap_or(content);
            return Some((dictionary, content.strip_prefix(b"\n").unwrap_or(content)));
        }
    })
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|window| window == word)
}

/// Whether a stream is folded once at most, by a filter that its dictionary names, of a kind that can be weighed.
///
/// What stands between two streams names one filter at most, that of the second: all of it is looked at, whatever it says
/// where the dictionary begins. « F », the short name of a filter, is also that of a file and is looked for near.
fn is_folded_once_at_most(before: &[u8]) -> bool {
    let near = before.windows(4).rposition(|window| window == b" obj").map_or(0, |place| place + 4);
    let long = times_folded_by(before, b"Filter");
    let short = times_folded_by(before.get(near..).unwrap_or_default(), b"F");
    long.zip(short).is_some_and(|(long, short)| long + short <= 1)
}

/// `None` if the filter stands elsewhere, behind a remark, or is one of long ago.
fn times_folded_by(dictionary: &[u8], filter: &[u8]) -> Option<usize> {
    let names = names(dictionary);
    let mut times = 0;
    for (place, (name, follows)) in names.iter().enumerate() {
        let stands_elsewhere = |byte: &u8| byte.is_ascii_digit() || *byte == b'%';
        if name == filter
            && (follows.first().is_some_and(stands_elsewhere)
                || follows.starts_with(b"[") && !is_list_of_names(follows))
        {
            return None;
        }
        // « /Fl » is also the name of a font: it folds only behind a filter.
        let behind_filter = names.iter().take(place).rev().take(4).any(|(name, _)| name == filter);
        if behind_filter && OF_LONG_AGO.contains(&&name[..]) {
            return None;
        }
        times += usize::from(behind_filter && FOLDING.contains(&&name[..]));
    }
    Some(times)
}

/// The names of a dictionary with their escapes undone, each with what follows it.
fn names(dictionary: &[u8]) -> Vec<(Vec<u8>, &[u8])> {
    let places = dictionary.iter().enumerate().filter(|(_, byte)| **byte == b'/');
    let named = places.map(|(place, _)| {
        let (name, rest) = name_of(dictionary.get(place + 1..).unwrap_or_default());
        (name, trimmed(rest))
    });
    named.collect()
}

/// A name behind its stroke with its escapes undone, and what follows it.
fn name_of(bytes: &[u8]) -> (Vec<u8>, &[u8]) {
    let (mut name, mut rest) = (Vec::new(), bytes);
    while let Some((byte, after)) = rest.split_first().filter(|_| name.len() < LONGEST_NAME) {
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
    (name, rest)
}

/// How many bytes a content unfolds to and is read for it, counted until the limit.
pub fn unfolded(content: &[u8], limit: usize) -> usize {
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
        let hidden = pdf("<< /F#0 (whatever it says) >>", &folded(&vec![0; LIMIT]));
        assert!(!is_bearable_within(&hidden, LIMIT), "its dictionary does not matter");
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
            "<< /Filter %\n5 0 R >>",
            "<< /Filter\0 5 0 R >>",
            "<< /F %\n5 0 R >>",
            "<< /Filter [5 0 R /FlateDecode] >>",
            "<< /Filter [/FlateDecode 5 0 R] >>",
            "<< /Filter [/FlateDecode %]\n /FlateDecode] >>",
            "<< /Filter [/FlateDecode /FlateDecode] /Title (endstream) >>",
            "<< /Filter /LZWDecode >>",
            "<< /Filter [/RL] >>",
        ] {
            assert!(!is_bearable(&pdf(dictionary, &content)), "{dictionary}");
        }
        let far = format!("<< /Filter [/FlateDecode /FlateDecode] /Title ({}) >>", " ".repeat(100_000));
        assert!(!is_bearable(&pdf(&far, &content)));
        for dictionary in ["<< /Length 5 >>", "<< /Filter [/FlateDecode] >>", "<< /Filter [/FlateDecode /DCTDecode] >>"]
        {
            assert!(is_bearable(&pdf(dictionary, &content)), "{dictionary}");
        }
    }
}
