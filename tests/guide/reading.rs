//! The guide read as what it is made of. Its notation: **a key**, `what is typed`, *« what is said on the screen »*,
//! ```` ```sh ```` for commands, ```` ```text ```` for what the program writes.

use std::fs;
use std::path::{Path, PathBuf};

/// A document of the project.
pub struct Page {
    /// From the project's folder.
    pub path: String,
    pub text: String,
}

/// A block between fences, and the words behind its first fence.
pub struct Block {
    pub language: String,
    pub lines: Vec<String>,
}

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

impl Page {
    pub fn read(path: &str) -> Self {
        let text = fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        Self { path: path.to_owned(), text }
    }

    pub fn of(text: &str) -> Self {
        Self { path: "essai.md".to_owned(), text: text.to_owned() }
    }

    /// The blocks between fences.
    pub fn blocks(&self) -> Vec<Block> {
        let mut blocks: Vec<Block> = vec![];
        let mut is_inside = false;
        for line in self.text.lines() {
            match line.trim_start().strip_prefix("```") {
                Some(language) if !is_inside => {
                    blocks.push(Block { language: language.trim().to_owned(), lines: vec![] });
                    is_inside = true;
                }
                Some(_) => is_inside = false,
                None if is_inside => blocks.last_mut().unwrap().lines.push(line.to_owned()),
                None => {}
            }
        }
        assert!(!is_inside, "{}: a fence is not closed", self.path);
        blocks
    }

    /// What stands outside the fences, paragraph by paragraph, each on one line.
    pub fn paragraphs(&self) -> Vec<String> {
        let (mut paragraphs, mut current, mut is_inside) = (vec![], String::new(), false);
        for line in self.text.lines().chain([""]) {
            let fence = line.trim_start().starts_with("```");
            if fence {
                is_inside = !is_inside;
            }
            // A row of a table is a paragraph of its own.
            if fence || line.is_empty() || line.starts_with(['|', '#', '!']) {
                paragraphs.extend((!current.is_empty()).then(|| std::mem::take(&mut current)));
            }
            if !is_inside && !fence && !line.is_empty() {
                current.push_str(line.trim());
                current.push(' ');
            }
        }
        paragraphs
    }

    /// What stands between two marks, outside fences; code is passed over unless it is what is looked for.
    pub fn spans(&self, open: &str, close: &str) -> Vec<String> {
        let mut spans = vec![];
        for paragraph in self.paragraphs() {
            let prose = if open == "`" { paragraph } else { without_code(&paragraph) };
            let mut rest = prose.as_str();
            while let Some((_, behind)) = rest.split_once(open) {
                let Some((span, behind)) = behind.split_once(close) else {
                    panic!("{}: {open} without {close}: {rest}", self.path);
                };
                spans.push(span.to_owned());
                rest = behind;
            }
        }
        spans
    }

    pub fn keys(&self) -> Vec<String> {
        self.spans("**", "**")
    }

    pub fn said(&self) -> Vec<String> {
        let trimmed = |said: String| said.trim_matches(|c: char| c.is_whitespace()).to_owned();
        self.spans("*«", "»*").into_iter().map(trimmed).collect()
    }

    /// Every command: the lines of shell blocks, and the code that begins with the name of the program.
    pub fn commands(&self) -> Vec<String> {
        let shell = self.blocks().into_iter().filter(|block| block.language == "sh");
        let lines = shell.flat_map(|block| block.lines).map(|line| line.split(" # ").next().unwrap_or("").to_owned());
        let of_us = |line: &String| line == "hemicycle" || line.starts_with("hemicycle ");
        let inline = self.spans("`", "`").into_iter().filter(of_us);
        lines.filter(|line| !line.trim().is_empty()).chain(inline).collect()
    }

    /// Where its links and pictures lead.
    pub fn links(&self) -> Vec<String> {
        let mut links = vec![];
        for paragraph in self.paragraphs() {
            let prose = without_code(&paragraph);
            let mut rest = prose.as_str();
            while let Some((_, behind)) = rest.split_once("](") {
                let (link, behind) = behind.split_once(')').unwrap_or((behind, ""));
                links.push(link.to_owned());
                rest = behind;
            }
        }
        links
    }

    /// The names that its headings have in a link.
    pub fn anchors(&self) -> Vec<String> {
        let mut is_inside = false;
        let mut anchors = vec![];
        for line in self.text.lines() {
            is_inside ^= line.starts_with("```");
            if let (false, Some(heading)) = (is_inside, line.strip_prefix('#')) {
                let heading = heading.trim_start_matches('#').trim().to_lowercase();
                let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
                anchors.push(kept.map(|c| if c == ' ' { '-' } else { c }).collect());
            }
        }
        anchors
    }

    /// The file that a link leads to, from the project's folder, and the heading in it; none for one that leads elsewhere.
    pub fn target(&self, link: &str) -> Option<(PathBuf, Option<String>)> {
        if link.contains("://") {
            return None;
        }
        let (file, anchor) = link.split_once('#').map_or((link, None), |(file, name)| (file, Some(name.to_owned())));
        let own = root().join(&self.path);
        let path = if file.is_empty() { own } else { own.parent()?.join(file) };
        Some((path, anchor))
    }
}

fn without_code(text: &str) -> String {
    let parts = text.split('`').enumerate();
    parts.filter(|(number, _)| number % 2 == 0).map(|(_, part)| part).collect::<Vec<_>>().join("x")
}
