//! Vectors of meaning, and how near two of them are.

use super::DIMENSIONS;

/// The meaning of a text, as a direction: a vector of length 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Vector([f32; DIMENSIONS]);

impl Vector {
    /// Takes a direction; its length does not count. A vector without direction stays zero.
    #[must_use]
    pub fn normalized(mut direction: [f32; DIMENSIONS]) -> Self {
        let length = direction.iter().map(|x| x * x).sum::<f32>().sqrt();
        if length > 0.0 {
            for number in &mut direction {
                *number /= length;
            }
        }
        Self(direction)
    }

    /// Takes numbers as [`Vector::as_array`] gave them.
    #[must_use]
    pub fn from_stored(numbers: [f32; DIMENSIONS]) -> Self {
        Self(numbers)
    }

    /// How alike two meanings are: 1 is the same. Unrelated texts have about 0.75, not 0.
    #[must_use]
    pub fn cosine(&self, other: &Self) -> f32 {
        // Eight sums at a time, which compilers turn into SIMD without being allowed to reorder.
        let mut sums = [0.0; 8];
        let (ours, _) = self.0.as_chunks::<8>();
        let (theirs, _) = other.0.as_chunks::<8>();
        for (a, b) in ours.iter().zip(theirs) {
            for ((sum, a), b) in sums.iter_mut().zip(a).zip(b) {
                *sum += a * b;
            }
        }
        sums.iter().sum()
    }

    /// The numbers, to be stored.
    #[must_use]
    pub fn as_array(&self) -> &[f32; DIMENSIONS] {
        &self.0
    }
}
