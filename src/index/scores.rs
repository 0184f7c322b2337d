//! The *scores* of every passage that a query finds, in no order.

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::Column;
use tantivy::{DocId, Score, SegmentOrdinal, SegmentReader};

use super::PASSAGE;
use crate::passage::PassageId;

/// Collects each passage with its score.
pub(super) struct Scores;

/// The same in one segment of the index.
pub(super) struct SegmentScores {
    passages: Column<u64>,
    found: Vec<(PassageId, Score)>,
}

impl Collector for Scores {
    type Fruit = Vec<(PassageId, Score)>;
    type Child = SegmentScores;

    fn for_segment(
        &self,
        _: SegmentOrdinal,
        segment: &SegmentReader,
    ) -> tantivy::Result<SegmentScores> {
        Ok(SegmentScores {
            passages: segment.fast_fields().u64(PASSAGE)?,
            found: Vec::new(),
        })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, segments: Vec<Self::Fruit>) -> tantivy::Result<Self::Fruit> {
        Ok(segments.concat())
    }
}

impl SegmentCollector for SegmentScores {
    type Fruit = Vec<(PassageId, Score)>;

    fn collect(&mut self, document: DocId, score: Score) {
        let id = self.passages.first(document);
        let id = id.and_then(|id| u32::try_from(id).ok());
        self.found.extend(id.map(|id| (PassageId(id), score)));
    }

    fn harvest(self) -> Self::Fruit {
        self.found
    }
}
