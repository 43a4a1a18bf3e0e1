//! Looks for a name beside a choice in whatever a program may have left: text, HTML, JSON, the lines of a journal.
//!
//! A pair is somebody's name and a word for a choice in one statement: one line of a text, one piece of HTML between two
//! marks, one object of JSON (its own values, or a choice that is the name of a field over names).

use serde_json::Value;

/// Words for a choice, whole.
const CHOICES: [&str; 8] =
    ["contre", "abstention", "abstentions", "abstenu", "abstenue", "abstenus", "neprendpaspart", "nppv"];
/// « Pour » is a preposition too, and a vote may be « nul »: only these say a choice.
const IN_CONTEXT: [&str; 9] =
    [": pour", "voté pour", "\"pour\"", "pour :", "– pour", ": blanc", ": nul", "voté blanc", "voté nul"];

/// The pairs of those names that a file holds, each as the statement in which it stands.
pub fn pairs(path: &str, bytes: &[u8], names: &[&str]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let end = path.rsplit('.').next().unwrap_or_default();
    match end {
        // The first line holds the session file, where everybody is named and nobody votes.
        "journal" | "suite" => text
            .lines()
            .skip(1)
            .filter_map(|line| serde_json::from_str::<Value>(line.get(65..)?).ok())
            .flat_map(|line| in_json(&line, names))
            .collect(),
        "json" => in_json(&serde_json::from_str(&text).expect("json"), names),
        "html" => text.split(['<', '>', '\n']).filter(|piece| is_pair(piece, names)).map(str::to_owned).collect(),
        _ => text.lines().filter(|line| is_pair(line, names)).map(str::to_owned).collect(),
    }
}

/// The pairs in a text, line by line.
pub fn in_lines(text: &str, names: &[&str]) -> Vec<String> {
    text.lines().filter(|line| is_pair(line, names)).map(str::to_owned).collect()
}

fn folded(text: &str) -> String {
    text.to_lowercase().replace(['\u{a0}', '\u{202f}'], " ")
}

fn names_somebody(text: &str, names: &[&str]) -> bool {
    let text = folded(text);
    names.iter().any(|name| text.contains(&name.to_lowercase()))
}

fn says_a_choice(text: &str) -> bool {
    let text = folded(text);
    let mut words = text.split(|letter: char| !letter.is_alphanumeric());
    words.any(|word| CHOICES.contains(&word)) || IN_CONTEXT.iter().any(|way| text.contains(way))
}

fn is_pair(statement: &str, names: &[&str]) -> bool {
    names_somebody(statement, names) && says_a_choice(statement)
}

fn is_choice(text: &str) -> bool {
    let text = folded(text);
    ["pour", "blanc", "nul"].contains(&text.as_str()) || CHOICES.contains(&text.as_str())
}

/// The words that a value holds itself: a list in it is looked into, an object of its own is not.
fn own<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::String(text) => found.push(text),
        Value::Array(all) => all.iter().for_each(|value| own(value, found)),
        _ => {}
    }
}

fn in_json(value: &Value, names: &[&str]) -> Vec<String> {
    let is_name = |text: &str| names.iter().any(|name| folded(text).contains(&name.to_lowercase()));
    let mut found = Vec::new();
    let mut words = Vec::new();
    match value {
        Value::Object(fields) => {
            for (field, value) in fields {
                let mut inside = Vec::new();
                own(value, &mut inside);
                let holds_a_name = inside.iter().any(|word| is_name(word));
                let chosen = inside.iter().any(|word| is_choice(word));
                if (is_choice(field) && holds_a_name) || (is_name(field) && chosen) {
                    found.push(format!("{field}: {value}"));
                }
                if !value.is_array() {
                    words.extend(inside);
                }
                found.extend(in_json(value, names));
            }
        }
        Value::Array(all) => {
            all.iter().filter_map(Value::as_str).for_each(|word| words.push(word));
            found.extend(all.iter().flat_map(|value| in_json(value, names)));
        }
        _ => {}
    }
    if words.iter().any(|word| is_name(word)) && words.iter().any(|word| is_choice(word)) {
        found.push(value.to_string());
    }
    found
}

#[test]
fn it_finds_a_name_beside_a_choice_however_it_is_written_and_nothing_else() {
    let names = ["aubry", "bert"];
    for (path, text) in [
        ("pv.txt", "Se sont abstenus : Mme BERT Anne"),
        ("pv.txt", "Contre\u{a0}: AUBRY Paul + 1 pouvoir"),
        ("pv.html", "<p><td>AUBRY Paul : pour</td>"),
        ("pv.txt", "BERT Anne : blanc"),
        ("e.json", r#"{"voix": [{"membre": "aubry-paul", "choix": "Pour"}]}"#),
        ("e.json", r#"{"contre": ["aubry-paul"]}"#),
        ("e.json", r#"{"voix": {"aubry-paul": "Contre"}}"#),
        ("e.json", r#"[["aubry-paul", "Contre"]]"#),
    ] {
        assert_eq!(pairs(path, text.as_bytes(), &names).len(), 1, "{text}");
    }
    let seal = "0".repeat(64);
    let line = |json: &str| format!("{seal} {{}}\n{seal} {json}\n");
    let voice = line(r#"{"n":1,"faits":[{"Voix":{"membre":"bert-anne","choix":"Abstention"}}]}"#);
    assert_eq!(pairs("x.journal", voice.as_bytes(), &names).len(), 1);
    for (path, text) in [
        ("pv.txt", "Ont émargé : AUBRY Paul, BERT Anne\nContre : 6\nPour : 11"),
        ("pv.txt", "AUBRY Paul demande le scrutin secret ; le vote déjà commencé est nul"),
        ("pv.txt", "BERT Anne donne pouvoir à AUBRY Paul pour la séance"),
        ("e.json", r#"{"votants": ["aubry-paul", "bert-anne"], "total": {"contre": 6, "pour": 11}}"#),
    ] {
        assert_eq!(pairs(path, text.as_bytes(), &names), Vec::<String>::new());
    }
}
