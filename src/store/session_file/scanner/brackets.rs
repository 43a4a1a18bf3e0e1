//! What stands between brackets, and what to think of a bracket that is missing or of another kind.

use std::ops::Range;

use super::super::layout;
use super::super::quotes;
use super::super::slip::Slip;
use super::super::spans::{Body, Item, Node};
use super::{DEPTH, Scanner};

impl Scanner<'_> {
    pub(super) fn group(&mut self, start: usize, word: Option<Range<usize>>) -> Node {
        let opener = self.at;
        let open = self.peek().unwrap_or('(');
        if self.open.len() >= DEPTH {
            self.slip(Slip::TooDeep, opener..opener + 1);
            self.stopped = true;
            self.at = self.text.len();
            return Node { span: start..opener + 1, word, body: Body::Nothing };
        }
        self.at += 1;
        if open == '{' {
            if !std::mem::replace(&mut self.braces_said, true) {
                self.slip(Slip::Brace, opener..opener + 1);
            }
            self.edit(opener..opener + 1, "(");
        }
        self.open.push((open, opener));
        let items = self.items(open, Some(opener));
        self.open.pop();
        Node { span: start..self.at, word, body: Body::Group { open, items } }
    }

    /// What stands up to the closing bracket. Without an opener, up to the end of the file.
    pub(super) fn items(&mut self, open: char, opener: Option<usize>) -> Vec<Item> {
        let mut items: Vec<Item> = Vec::new();
        loop {
            self.layout();
            let Some(next) = self.peek() else {
                self.unclosed_at_end(opener);
                return items;
            };
            match next {
                ')' | ']' | '}' => {
                    if self.close(open, opener, next) {
                        return items;
                    }
                    // The comma after it belongs to the item before it.
                    self.layout();
                    if self.peek() == Some(',') {
                        self.at += 1;
                    }
                }
                ',' | ':' | ';' | '=' => {
                    self.slip(Slip::Stray(next), self.at..self.at + 1);
                    self.edit(self.at..self.at + 1, "");
                    self.at += 1;
                }
                _ if opener.is_some_and(|opener| self.is_beyond(open, opener, &items)) => {
                    self.unclosed_before(opener.unwrap_or(self.at));
                    return items;
                }
                _ => {
                    let item = self.item(open);
                    items.push(item);
                    self.separator(open, opener, &mut items);
                }
            }
        }
    }

    /// The text ended within brackets: said once, of the innermost, and not if a text that never ends explains it.
    fn unclosed_at_end(&mut self, opener: Option<usize>) {
        let Some(opener) = opener else { return };
        let explained = match self.scan.slips.last() {
            _ if self.scan.open_at_end > 0 || self.stopped => true,
            Some((Slip::UnterminatedRemark, _)) => true,
            Some((Slip::UnterminatedString, range)) => {
                self.text.get(range.end..).is_none_or(|rest| layout::length(rest) == rest.len())
            }
            _ => false,
        };
        let (open, _) = self.open.last().copied().unwrap_or(('(', opener));
        if !explained {
            self.slip(Slip::CutShort(open), opener..opener + 1);
        }
        self.scan.open_at_end += 1;
        let end = self.text.len();
        self.edit(end..end, &format!("\n{}", closer(open)));
    }

    /// A closing bracket; whether the group ends here.
    fn close(&mut self, open: char, opener: Option<usize>, found: char) -> bool {
        let here = self.at..self.at + 1;
        if found == closer(open) && opener.is_some() {
            if open == '{' {
                self.edit(here, ")");
            }
            self.at += 1;
            return true;
        }
        let stands_under = opener.is_some_and(|opener| {
            quotes::margin(self.text, self.at).is_some_and(|margin| margin == quotes::indent(self.text, opener))
        });
        // What would close the whole file while more follows closes nothing.
        let after = self.text.get(self.at + 1..).unwrap_or("");
        let is_last = layout::length(after) == after.len();
        let outer =
            self.open.iter().skip(usize::from(!is_last)).rev().skip(1).any(|(outer, _)| closer(*outer) == found);
        if let Some(opener) = opener
            && outer
            && !stands_under
        {
            self.unclosed_before(opener);
            return true;
        }
        self.slip(Slip::Unopened(found), here.clone());
        self.at += 1;
        if stands_under {
            self.edit(here, closer(open).encode_utf8(&mut [0; 4]));
            return true;
        }
        self.edit(here, "");
        false
    }

    /// A group that another one interrupts.
    fn unclosed_before(&mut self, opener: usize) {
        let open = self.open.last().map_or('(', |(open, _)| *open);
        self.slip(Slip::Unclosed(open), opener..opener + 1);
        let close = closer(open);
        self.edit(self.at..self.at, &format!("{close},"));
        self.closed_at = Some(self.at);
    }

    /// Whether what begins here stands under the bracket that is still open: its neighbour, not its content.
    ///
    /// A member under a member, or a field no deeper than the list before it.
    fn is_beyond(&self, open: char, opener: usize, items: &[Item]) -> bool {
        let Some(margin) = quotes::margin(self.text, self.at) else { return false };
        let last_key = items.last().and_then(|item| item.key.as_ref());
        if open != '[' && self.rest().starts_with('(') {
            return last_key.is_some() && quotes::margin(self.text, opener) == Some(margin);
        }
        // A list has no fields; other fields stand deeper than this one, or nothing can be said.
        let is_outdented = open == '['
            || last_key.and_then(|key| quotes::margin(self.text, key.start)).is_some_and(|inner| inner > margin);
        is_outdented && self.open.len() > 1 && self.key_ahead().is_some() && margin <= quotes::indent(self.text, opener)
    }

    /// The comma after an item. A field without a value goes with its comma when the text is mended.
    fn separator(&mut self, open: char, opener: Option<usize>, items: &mut [Item]) {
        let end = self.at;
        self.layout();
        let next = self.peek();
        match next {
            Some(',') => self.at += 1,
            Some(';') => {
                self.slip(Slip::Semicolon, self.at..self.at + 1);
                self.edit(self.at..self.at + 1, ",");
                self.at += 1;
            }
            None | Some(')' | ']' | '}') => {}
            Some(_) if opener.is_some_and(|opener| self.is_beyond(open, opener, items)) => {}
            Some(_) if items.last().is_some_and(|item| item.value.body == Body::Nothing) => {}
            Some(_) if self.closed_at == Some(self.at) => {}
            Some(_) => {
                self.slip(Slip::MissingComma, end..end);
                self.edit(end..end, ",");
            }
        }
        if let Some(last) = items.last_mut() {
            if matches!(next, Some(',' | ';')) {
                last.whole.end = self.at;
            }
            if last.value.body == Body::Nothing {
                let whole = last.whole.clone();
                self.edit(whole, "");
            }
        }
    }
}

fn closer(open: char) -> char {
    match open {
        '[' => ']',
        '{' => '}',
        _ => ')',
    }
}
