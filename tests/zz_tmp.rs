use hemicycle::app::context::Context;
use hemicycle::app::keymap::rows;
use hemicycle::tui::keys::name;
use hemicycle::tui::text::width;
#[test]
fn show() {
    for context in Context::ALL {
        let mut ranked: Vec<_> = rows(context).filter(|r| r.rank.is_some()).collect();
        ranked.sort_by_key(|r| r.rank);
        let mut total = 0;
        let mut line = format!("{context:?}: ");
        for r in ranked {
            let w = width(&name(r.strokes[0])) + 1 + width(r.label.short());
            total += w + if total > 0 { 2 } else { 0 };
            line += &format!("[{}] {} {} ({}) ", r.rank.unwrap(), name(r.strokes[0]), r.label.short(), total + 2);
        }
        println!("{line}");
    }
}
