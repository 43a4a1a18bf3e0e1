//! Where two papers differ that must not.

/// Where two papers first differ: the line of the one that was held by keys, and that of the one that was typed in.
pub fn first_difference(one: &str, other: &str) -> String {
    let lines = one.lines().zip(other.lines()).find(|(one, other)| one != other);
    lines.map_or_else(
        || "one ends before the other".to_owned(),
        |(one, other)| format!("keys:   {one}\ncourse: {other}"),
    )
}
