//! PDFs written by hand, byte by byte: what no sane writer makes can be made here.

/// The objects of a PDF, the first of which is number 1, with a table of where they are.
pub fn pdf(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(objects) {
        places.push(bytes.len());
        bytes.extend(format!("{number} 0 obj\n").bytes().chain(object.iter().copied()).chain(*b"\nendobj\n"));
    }
    let table = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for place in places {
        bytes.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let size = objects.len() + 1;
    bytes.extend(format!("trailer\n<< /Size {size} /Root 1 0 R /Info 9 0 R >>\nstartxref\n{table}\n%%EOF\n").bytes());
    bytes
}

/// A stream as it is.
pub fn stream(dictionary: &str, content: &[u8]) -> Vec<u8> {
    let head = format!("<< /Length {} {dictionary} >>\nstream\n", content.len());
    [head.as_bytes(), content, b"\nendstream"].concat()
}

fn plain(object: &str) -> Vec<u8> {
    object.as_bytes().to_vec()
}

/// The codes of a text: two bytes a letter, each one more than the letter's.
pub fn codes(text: &str) -> String {
    text.encode_utf16().map(|unit| format!("{:04X}", unit + 1)).collect::<Vec<_>>().concat()
}

/// The map that gives the letters back.
const MAP: &str =
    "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0001> <0200> <0000> endbfrange";

/// A PDF of two pages, with a head, a divided word, a drawing and what it draws after its words, and one enclosed file.
pub fn two_pages(first_page: &[u8], drawing_after: &str) -> Vec<u8> {
    let second = format!("BT /F1 9 Tf [<{}> -300 <{}>] TJ ET /X1 Do", codes("fin "), codes("du "));
    let page = |content: u32| {
        plain(&format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R \
             /Resources << /Font << /F1 6 0 R >> /XObject << /X1 8 0 R >> >> >>"
        ))
    };
    pdf(&[
        plain("<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Kids [12 0 R] >> >> >>"),
        plain("<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>"),
        page(5),
        page(7),
        stream("", first_page),
        plain("<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /ToUnicode 10 0 R >>"),
        stream("", second.as_bytes()),
        stream(
            "/Subtype /Form /Resources << /Font << /F1 6 0 R >> /XObject << /X1 8 0 R >> >>",
            format!("BT /F1 9 Tf <{}> Tj ET {drawing_after}", codes("texte")).as_bytes(),
        ),
        plain("<< /Title <FEFF0050005600200031> /Creator (hemicycle 0.1.0) >>"),
        stream("", MAP.as_bytes()),
        stream("/Type /EmbeddedFile /Subtype /text#2Fplain", b"dedans\n"),
        plain(
            "<< /Names [(a) << /F (a.txt) /UF <FEFF00E9002E007400780074> /Desc (ce que c'est) /EF << /F 11 0 R >> >>] >>",
        ),
    ])
}

/// A first page that says « Le vote, convention 47 », with « tête » at its head.
pub fn first_page() -> Vec<u8> {
    format!(
        "/Artifact BMC BT /F1 9 Tf <{}> Tj ET EMC\n\
         /P <</MCID 0>> BDC BT /F1 9 Tf <{}> Tj (\\000M\\000f) Tj ET EMC\n\
         /Span <</MCID 1 /ActualText (convention)>> BDC BT <{}> Tj ET EMC\n\
         /P <</MCID 2>> BDC q BT <{}> Tj ET Q EMC",
        codes("tête"),
        codes("Le vote, "),
        codes("conven-"),
        codes("47"),
    )
    .into_bytes()
}
