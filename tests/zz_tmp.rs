#[path = "common/evening.rs"]
mod evening;
use evening::Evening;
#[test]
fn show() {
    let cases: &[(&str, &str)] = &[
        ("f3", "<enter> <enter> <f3>"),
        ("f3 hour", "<enter> <enter> <f3> 19"),
        ("f3 search", "<enter> <enter> <f3> 1912 aub"),
        ("after leave", "<enter> <enter> <f3> aub ,"),
        ("power", "<enter> <enter> <f3> chaz : d"),
        ("palette", "<enter> <enter> <f9>"),
        ("recuse ground", "<enter> <enter> aub = "),
        ("recuse room", "<enter> <enter> aub = <enter>"),
        ("recused", "<enter> <enter> aub = <enter> <enter> <enter>"),
        ("chair", "<enter> <enter> <f3> martinet ; <f9> pres <enter>"),
        ("huis clos", "<enter> <enter> <f9> huis <enter> <enter> <enter>"),
        ("suspended", "<enter> <enter> <enter> <f9> susp <enter> <esc>"),
        (
            "quorum lost",
            "<enter> <enter> <f3> aub , <f3> chaz , <f3> del , <f3> esc , <f3> fay , <f3> gir , <f3> jour , <f3> kel , <f3> lam , <f3> more ,",
        ),
        (
            "reason",
            "<enter> <enter> <f3> aub , <f3> chaz , <f3> del , <f3> esc , <f3> fay , <f3> gir , <f3> jour , <f3> kel , <f3> lam , <f3> more , <enter> <enter>",
        ),
        ("rectify", "<enter> <enter> <enter> <esc> <home> <enter> <f9> <enter> <enter> aub <enter>"),
    ];
    for (name, keys) in cases {
        let mut e = Evening::commune();
        e.resized(80, 24);
        e.keys(keys);
        println!("=== {name}\n{}", e.screen(80, 24));
    }
}
