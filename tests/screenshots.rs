//! The pictures of `screenshots/`, made from the cells of the screens on the made-up commune. Never made by hand.

#[path = "common/evening.rs"]
mod evening;
#[path = "common/golden.rs"]
mod golden;
#[path = "common/svg.rs"]
mod svg;

use evening::Evening;
use hemicycle::app::Msg;
use hemicycle::tui::theme::Theme;

fn picture(evening: &Evening, name: &str, title: &str) {
    let cells = evening.cells(120, 40, Theme::new(true));
    golden::agree(&format!("screenshots/{name}.svg"), &svg::picture(&cells, title));
}

#[test]
fn the_picture_of_the_roll_call_is_fresh() {
    let mut evening = Evening::commune();
    evening.keys("vail ; more , esco : ch");
    picture(&evening, "appel", "hemicycle : l’appel, un pouvoir se donne");
}

#[test]
fn the_picture_of_the_vote_is_fresh() {
    let mut evening = Evening::tariffs();
    evening.keys("le");
    picture(&evening, "vote", "hemicycle : le vote d’un rapport");
}

#[test]
fn the_picture_of_the_preview_is_fresh() {
    let mut evening = Evening::tariffs();
    evening.keys("<ctrl-p> <end>");
    picture(&evening, "apercu", "hemicycle : l’aperçu de la délibération");
}

#[test]
fn the_picture_of_the_notes_beside_the_vote_is_fresh() {
    let mut evening = Evening::tariffs();
    evening.keys("<f2> evr <tab>");
    evening.send(Msg::Paste(
        "la hausse pèse sur les familles de *trois enfants*. Elle demande :\n- un quotient familial dès septembre\n- un \
         bilan **dans six mois**\n"
            .to_owned(),
    ));
    evening.keys("mart <tab>");
    evening.send(Msg::Paste("le repas coûte 9 euros à la commune, qui en garde les deux tiers.\n".to_owned()));
    evening.keys("guer <tab>");
    evening.send(Msg::Paste("son groupe s’abstiendra.".to_owned()));
    evening.keys("<ctrl-s>");
    evening.send(Msg::Tick);
    picture(&evening, "notes", "hemicycle : ce qui est dit se note à côté du vote");
}

#[test]
fn the_picture_of_a_group_against_is_fresh() {
    let mut evening = Evening::of(evening::docket("exemple-metropole.ron"));
    evening.minute = 9 * 60 + 41;
    evening.keys("<enter>");
    evening.minute = 10 * 60 + 58;
    evening.keys("amplif <enter> eco , bra ; commun");
    picture(&evening, "groupes", "hemicycle : un groupe entier est contre, un autre est cherché");
}

#[test]
fn the_picture_of_the_room_is_fresh() {
    let mut evening = Evening::of(evening::docket("exemple-soiree.ron"));
    evening.keys("<enter> <enter>");
    evening.minute = 18 * 60 + 40;
    evening.keys("<enter> serv = <enter> <enter> <enter> <f9> preside <enter> <enter> <enter>");
    evening.minute = 18 * 60 + 52;
    evening.keys("<f3> gal ; <f3> vay ! <f3> mass , <f3> 1848 laf");
    picture(&evening, "salle", "hemicycle : qui arrive, sort, part, et à quelle heure");
}
