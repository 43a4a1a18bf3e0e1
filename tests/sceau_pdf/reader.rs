//! The reader of PDFs alone: words, enclosed files, and whatever a file may do to it.

use hemicycle::exchange::pdf::{NotRead, ReadBack, is_pdf, read};

use super::handmade::{codes, first_page, pdf, stream, two_pages};

fn bodies(read: &ReadBack) -> Vec<String> {
    read.pages.iter().map(|page| page.body.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn words_are_read_through_the_map_of_their_font_and_a_page_s_head_apart() {
    let read = read(&two_pages(&first_page(), "")).expect("a PDF");
    assert_eq!(bodies(&read)[0], "Le vote, Le convention 47");
    assert_eq!(read.pages[0].furniture.trim(), "tête");
    assert!(bodies(&read)[1].starts_with("fin du texte"), "{:?}", bodies(&read));
    assert_eq!((read.title.as_deref(), read.maker.as_deref()), (Some("PV 1"), Some("hemicycle 0.1.0")));
    let enclosed = &read.enclosed[..];
    assert_eq!(enclosed.len(), 1);
    assert_eq!(
        (&*enclosed[0].name, &*enclosed[0].says, &*enclosed[0].media_type),
        ("é.txt", "ce que c'est", "text/plain")
    );
    assert_eq!(enclosed[0].bytes, b"dedans\n");
}

#[test]
fn a_drawing_that_draws_itself_ends() {
    let read = read(&two_pages(&first_page(), "/X1 Do /X1 Do")).expect("a PDF");
    assert!(read.pages[1].body.len() < 10_000, "{}", read.pages[1].body.len());
}

#[test]
fn a_pdf_cut_anywhere_or_changed_at_any_byte_is_read_or_refused_and_never_stops_the_program() {
    let whole = two_pages(&first_page(), "");
    for end in (0..whole.len()).step_by(5) {
        let _ = read(&whole[..end]);
    }
    for place in 0..whole.len() {
        let mut changed = whole.clone();
        changed[place] = if place % 2 == 0 { b'9' } else { b'<' };
        let _ = read(&changed);
    }
}

#[test]
fn what_is_no_pdf_is_refused() {
    for bytes in [&b""[..], b"%PD", b"(Seance())", b"%PDF-1.7", &[0; 4096]] {
        assert_eq!(read(bytes), Err(NotRead::Broken));
    }
    assert!(is_pdf(b"\n%PDF-1.4") && !is_pdf(b"seance"));
}

#[test]
fn a_page_that_names_its_content_a_million_times_is_refused() {
    let content = vec![b' '; 4096];
    let many = "3 0 R ".repeat(1_000_000);
    let bytes = pdf(&[
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        format!("<< /Type /Pages /Count 1 /Kids [<< /Type /Page /Contents [{many}] >>] >>").into_bytes(),
        stream("", &content),
    ]);
    assert_eq!(read(&bytes), Err(NotRead::TooLarge));
}

#[test]
fn trees_that_go_round_or_too_deep_end() {
    let round = pdf(&[
        b"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 3 0 R >> >>".to_vec(),
        b"<< /Type /Pages /Count 1 /Kids [2 0 R 2 0 R] >>".to_vec(),
        b"<< /Kids [3 0 R 3 0 R] >>".to_vec(),
    ]);
    assert_eq!(read(&round).map(|read| (read.pages.len(), read.enclosed.len())), Ok((0, 0)));
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let _ = read(&two_pages(deep.as_bytes(), ""));
    let _ = read(&pdf(&[b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(), deep.into_bytes()]));
    let shown = format!("BT /F1 9 Tf <{}> Tj {}", codes("dit"), "/Artifact BMC ".repeat(100_000));
    assert_eq!(bodies(&read(&two_pages(shown.as_bytes(), "")).expect("a PDF"))[0], "dit");
}
