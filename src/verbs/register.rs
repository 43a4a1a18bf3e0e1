//! `registre`: the register of a year, made of its sittings.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::gathered::{Gathered, gather};
use super::papers::{format_of, not_made, say_remarks};
use super::{Exit, complain, output};
use crate::cli::RegisterAsked;
use crate::council::agenda::Report;
use crate::council::name::fold;
use crate::council::numbering::key;
use crate::french::writing::{self as words, NotOneRegister};
use crate::papers::{Dressing, Sources, compose_register, render};
use crate::store::disk::RealDisk;

/// `registre`: the sittings of one body and one year, by date.
#[must_use]
pub fn register(asked: &RegisterAsked) -> Exit {
    written(asked).unwrap_or_else(|exit| exit)
}

fn written(asked: &RegisterAsked) -> Result<Exit, Exit> {
    if let Some(twice) = given_twice(&asked.files) {
        return Err(refused(&NotOneRegister::Twice(twice)));
    }
    let gathered = asked.files.iter().map(|path| gather(&RealDisk, path)).collect::<Result<Vec<_>, _>>()?;
    if let Some(refused) = gathered.iter().find_map(|sitting| sitting.recorded.belongs(&asked.output)) {
        return Err(refused);
    }
    let format = format_of(asked.format, &asked.output)?;
    let (ordered, year) = of_one_year(&gathered, asked.year).map_err(|why| refused(&why))?;
    for sitting in &ordered {
        sitting.say_notices();
    }
    for (number, days) in numbers_twice(&ordered) {
        complain(&words::number_twice(&number, &days));
    }
    let sources: Vec<Sources<'_>> = ordered.iter().map(|sitting| sitting.sources()).collect();
    let not_composed = || Exit::unreadable(words::NOT_COMPOSED);
    let document = compose_register(&sources, year).ok_or_else(not_composed)?;
    // The look is that of the assembly: beside its last sitting, where she changed it last.
    let look = &ordered.last().ok_or_else(not_composed)?.charter.look;
    let rendered = render(&document, format, &Dressing { look, attached: &[], model: None })
        .map_err(|why| not_made(words::REGISTER, format, why))?;
    say_remarks(&rendered.remarks.into_iter().collect::<BTreeSet<_>>());
    Ok(output::put(&rendered.bytes, &asked.output))
}

fn refused(why: &NotOneRegister) -> Exit {
    Exit::Refused(words::not_one_register(why))
}

/// The first file that is given a second time, under whatever name.
fn given_twice(files: &[PathBuf]) -> Option<PathBuf> {
    let mut seen = BTreeSet::new();
    // What cannot be found is said when it is read.
    let itself = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    files.iter().find(|path| !seen.insert(itself(path))).cloned()
}

/// The numbers that acts of several sittings bear, each with the days of these. A council that numbers its acts anew in
/// each sitting has them too: it is said, and the register is written.
fn numbers_twice(sittings: &[&Gathered]) -> Vec<(String, Vec<Date>)> {
    let mut borne: BTreeMap<String, (String, Vec<Date>)> = BTreeMap::new();
    for sitting in sittings.iter().map(|gathered| gathered.sitting()) {
        let is_an_act = |report: &&Report| sitting.progress(&report.id).is_some() && sitting.no_act(report).is_none();
        for report in sitting.docket().agenda.reports().filter(is_an_act) {
            if let Some(act) = sitting.act(report) {
                let of = borne.entry(key(&act)).or_insert_with(|| (act.into_owned(), Vec::new()));
                of.1.push(sitting.docket().meeting.date);
            }
        }
    }
    borne.into_values().filter(|(_, days)| days.len() > 1).collect()
}

/// The sittings by date, and their year.
fn of_one_year(gathered: &[Gathered], asked: Option<i16>) -> Result<(Vec<&Gathered>, i16), NotOneRegister> {
    let docket = |sitting: &Gathered| sitting.sitting().docket().clone();
    let bodies: BTreeSet<_> = gathered.iter().map(|sitting| fold(&docket(sitting).body.name)).collect();
    let kinds: BTreeSet<_> = gathered.iter().map(|sitting| docket(sitting).body.kind).collect();
    if bodies.len() > 1 || kinds.len() > 1 {
        let body = |sitting: &Gathered| (sitting.recorded.session.path.clone(), docket(sitting).body.name);
        return Err(NotOneRegister::Bodies(gathered.iter().map(body).collect()));
    }
    let day = |sitting: &Gathered| sitting.sitting().docket().meeting.date;
    let years: BTreeSet<i16> = gathered.iter().map(|sitting| day(sitting).year()).collect();
    let dated = |sitting: &&Gathered| (sitting.recorded.session.path.clone(), day(sitting));
    let year = match (asked, years.first()) {
        (Some(year), _) => {
            let others: Vec<_> = gathered.iter().filter(|sitting| day(sitting).year() != year).collect();
            if !others.is_empty() {
                return Err(NotOneRegister::Years(Some(year), others.iter().map(dated).collect()));
            }
            year
        }
        (None, Some(year)) if years.len() == 1 => *year,
        _ => return Err(NotOneRegister::Years(None, gathered.iter().map(|it| dated(&it)).collect())),
    };
    let mut ordered: Vec<&Gathered> = gathered.iter().collect();
    // Two sittings of one day keep the order in which they were given.
    ordered.sort_by_key(|sitting| day(sitting));
    Ok((ordered, year))
}
