//! A *bound*: how low a figure may be, or how high.

use anyhow::bail;

use super::print::shown;
use crate::eval::{Better, Figures, Labelling, Metric};

/// A floor for a figure that is better the higher it is, a ceiling for the others.
#[derive(Debug, Clone)]
pub(in crate::cli) struct Bound {
    metric: &'static Metric,
    value: f64,
}

/// Reads a floor from `KEY=VALUE`.
pub(in crate::cli) fn floor(text: &str) -> Result<Bound, String> {
    read(text, Better::Higher)
}

/// Reads a ceiling from `KEY=VALUE`.
pub(in crate::cli) fn ceiling(text: &str) -> Result<Bound, String> {
    read(text, Better::Lower)
}

fn read(text: &str, better: Better) -> Result<Bound, String> {
    let (key, value) = text.split_once('=').ok_or("it must be KEY=VALUE")?;
    let Some(metric) = Metric::named(key) else {
        return Err(format!("`{key}` is not one of {}", keys(Metric::all())));
    };
    if metric.better != better {
        let (way, use_instead) = match metric.better {
            Better::Higher => ("higher", "floor: --min"),
            Better::Lower => ("lower", "ceiling: --max"),
        };
        return Err(format!(
            "`{key}` is better the {way} it is, so give it a {use_instead} {text}"
        ));
    }
    let number: Option<f64> = value.parse().ok().filter(|value| f64::is_finite(*value));
    let Some(number) = number else {
        return Err(format!("`{value}` is not a number"));
    };
    if metric.is_share && !(0.0..=1.0).contains(&number) {
        return Err(format!("`{value}` is not a share: it must be from 0 to 1"));
    }
    Ok(Bound {
        metric,
        value: number,
    })
}

/// Their names, each once.
fn keys<'a>(metrics: impl IntoIterator<Item = &'a Metric>) -> String {
    let mut keys: Vec<&str> = Vec::new();
    for metric in metrics {
        if !keys.contains(&metric.key) {
            keys.push(metric.key);
        }
    }
    keys.join(", ")
}

impl Bound {
    /// Refuses a figure that labels of this kind do not give.
    pub(super) fn check(&self, labelling: Labelling) -> anyhow::Result<()> {
        let (key, metrics) = (self.metric.key, labelling.metrics());
        if metrics.iter().any(|metric| metric.key == key) {
            return Ok(());
        }
        let by = match labelling {
            Labelling::ByParagraph => "paragraph",
            Labelling::ByText => "text",
        };
        bail!(
            "labels by {by} do not give `{key}`; they give {}",
            keys(metrics)
        )
    }

    /// What is wrong with the figure, if anything is; one that is not there is no better than it
    /// has to be.
    pub(super) fn broken(&self, figures: &Figures) -> Option<String> {
        let Self { metric, value } = self;
        let figure = figures.get(metric.key);
        let (holds, beyond): (fn(f64, f64) -> bool, _) = match metric.better {
            Better::Higher => (|figure, floor| figure >= floor, "below its floor"),
            Better::Lower => (|figure, ceiling| figure <= ceiling, "above its ceiling"),
        };
        let broken = figure.is_none_or(|figure| !holds(figure, *value));
        broken.then(|| {
            format!(
                "{} is {}, {beyond} {value}",
                metric.key,
                shown(metric, figure)
            )
        })
    }
}
