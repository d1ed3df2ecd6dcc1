namespace Isonomia.Numerics.Spectra;

/// <summary>Lengths at which transforms are fast, for zero padding.</summary>
public static class FastLength
{
    /// <summary>
    /// The smallest number at or above <paramref name="n"/> of the form 2^a 3^b 5^c; the rule of MNE-Python's
    /// <c>mne.filter.next_fast_len</c> and of scipy.fftpack. (scipy.fft.next_fast_len also admits 7 and 11.)
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">n is below 1, or no such number fits an int.</exception>
    public static int Next(int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        var best = long.MaxValue;
        for (var fives = 1L; fives < best; fives *= 5)
        {
            for (var product = fives; product < best; product *= 3)
            {
                var length = product;
                while (length < n)
                    length *= 2;
                best = Math.Min(best, length);
            }
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(best, int.MaxValue, nameof(n));
        return (int)best;
    }
}
