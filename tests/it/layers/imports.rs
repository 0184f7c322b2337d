//! Which module imports which, read from the source.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A module by the names that lead to it from the root of the crate.
pub type Module = Vec<String>;

/// What each module imports from others; what only its tests import is left out.
pub fn imports(root: &Path, sources: &[PathBuf]) -> BTreeMap<Module, BTreeSet<Module>> {
    let modules: Vec<Module> = sources.iter().map(|path| module(root, path)).collect();
    let known: BTreeSet<&Module> = modules.iter().collect();
    let read = |(module, path): (&Module, &PathBuf)| {
        let code = code(&fs::read_to_string(path).expect("a source file"));
        let mut imported: BTreeSet<Module> = paths(&code, module)
            .into_iter()
            .map(|path| defined_in(path, &known))
            .collect();
        imported.remove(module);
        (module.clone(), imported)
    };
    modules.iter().zip(sources).map(read).collect()
}

/// The module that a file holds; none of names for the root.
fn module(root: &Path, path: &Path) -> Module {
    let inside = path.strip_prefix(root).expect("inside").with_extension("");
    inside
        .iter()
        .map(|name| name.to_str().expect("UTF-8"))
        .filter(|name| !["lib", "main"].contains(name))
        .map(str::to_owned)
        .collect()
}

/// A file without comments, and without the tests at its end.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests {").next();
    let code = text
        .unwrap_or_default()
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    code.collect::<Vec<_>>().join("\n")
}

/// Every path in the code that begins with `crate` or `super`, from the root of the crate.
fn paths(code: &str, module: &[String]) -> Vec<Module> {
    let mut paths = Vec::new();
    let mut rest = code;
    let begin = |rest: &str| {
        ["crate::", "super::"]
            .into_iter()
            .filter_map(|start| rest.find(start))
            .min()
    };
    while let Some(at) = begin(rest) {
        let mut base = if rest[at..].starts_with("crate") {
            Module::new()
        } else {
            parent(module)
        };
        rest = &rest[at + "crate::".len()..];
        while let Some(behind) = rest.strip_prefix("super::") {
            base = parent(&base);
            rest = behind;
        }
        rest = tree(rest, &base, &mut paths);
    }
    paths
}

fn parent(module: &[String]) -> Module {
    module[..module.len().saturating_sub(1)].to_vec()
}

/// Reads `a::b`, `a::{b, c::d}` or `*` behind `base`, and gives what stands behind it.
fn tree<'t>(text: &'t str, base: &[String], paths: &mut Vec<Module>) -> &'t str {
    let text = text.trim_start();
    if let Some(mut inside) = text.strip_prefix('{') {
        loop {
            inside = tree(inside, base, paths).trim_start();
            match inside.strip_prefix(',') {
                Some(behind) if behind.trim_start().starts_with('}') => {
                    return &behind.trim_start()[1..];
                }
                Some(behind) => inside = behind,
                None => return inside.strip_prefix('}').unwrap_or(inside),
            }
        }
    }
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_');
    let (name, behind) = text.split_at(end.unwrap_or(text.len()));
    let mut path = base.to_vec();
    if !name.is_empty() {
        path.push(name.to_owned());
    }
    if let Some(behind) = behind.strip_prefix("::") {
        return tree(behind, &path, paths);
    }
    paths.push(path);
    behind
}

/// The module that an item is taken from: the longest beginning of its path that is one.
fn defined_in(mut path: Module, known: &BTreeSet<&Module>) -> Module {
    while !known.contains(&path) {
        path.pop();
    }
    path
}

/// A circle of imports among rooms that stand beside each other, if there is one: what is in one of
/// them imports what is in the next.
pub fn circle(imports: &BTreeMap<Module, BTreeSet<Module>>) -> Option<Vec<Module>> {
    let mut beside: BTreeMap<Module, BTreeSet<Module>> = BTreeMap::new();
    for (from, to) in imports
        .iter()
        .flat_map(|(from, all)| all.iter().map(move |to| (from, to)))
    {
        let shared = from
            .iter()
            .zip(to)
            .take_while(|(one, other)| one == other)
            .count();
        // A module and its own children may import each other.
        if shared < from.len() && shared < to.len() {
            let rooms = beside.entry(from[..=shared].to_vec()).or_default();
            rooms.insert(to[..=shared].to_vec());
        }
    }
    let mut done = BTreeSet::new();
    beside.keys().find_map(|room| {
        let mut way = Vec::new();
        walk(room, &beside, &mut way, &mut done)
    })
}

fn walk(
    room: &Module,
    beside: &BTreeMap<Module, BTreeSet<Module>>,
    way: &mut Vec<Module>,
    done: &mut BTreeSet<Module>,
) -> Option<Vec<Module>> {
    if let Some(at) = way.iter().position(|before| before == room) {
        return Some(way[at..].to_vec());
    }
    if !done.insert(room.clone()) {
        return None;
    }
    way.push(room.clone());
    let next = beside.get(room).into_iter().flatten();
    let found = next
        .into_iter()
        .find_map(|next| walk(next, beside, way, done));
    way.pop();
    found
}
