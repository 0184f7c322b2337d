//! Saved web pages: any bytes are an article or a problem.

use super::documents::check_file;

pub fn check(data: &[u8]) {
    check_file("page.html", data);
}
