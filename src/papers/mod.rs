//! The papers: from the sitting to a document, from the document to bytes.
