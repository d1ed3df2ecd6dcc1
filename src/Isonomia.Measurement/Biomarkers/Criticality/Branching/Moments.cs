using Isonomia.Measurement.Biomarkers.Criticality.Branching.Kernels;

namespace Isonomia.Measurement.Biomarkers.Criticality.Branching;

/// <summary>
/// What a regression of activity y on activity x, k bins before, needs: for every lag from 0 on the number of pairs and
/// the sums of x, x^2, y and x y. All are whole numbers, so that they add up exactly in any order.
/// </summary>
internal sealed class Moments(int steps)
{
    public long[] Pairs { get; } = new long[steps + 1];

    public long[] Earlier { get; } = new long[steps + 1];

    public long[] Squares { get; } = new long[steps + 1];

    public long[] Later { get; } = new long[steps + 1];

    public long[] Products { get; } = new long[steps + 1];

    /// <summary>Adds the pairs whose earlier bin lies before <paramref name="end"/>, from a place in the list on: sums
    /// of x and x^2 for every lag alike, and of x y.</summary>
    /// <returns>The place of the first bin that does not.</returns>
    public int Gather(ActivityBins part, int first, int end)
    {
        var last = first;
        var (sum, squares) = (0L, 0L);
        for (; last < part.Bins.Length && part.Bins[last] < end; last++)
        {
            sum += part.Counts[last];
            squares += (long)part.Counts[last] * part.Counts[last];
        }

        LaggedProducts.Add(part.Bins, part.Counts, first, last, Products);
        for (var k = 0; k < Pairs.Length; k++)
        {
            Earlier[k] += sum;
            Squares[k] += squares;
        }

        return last;
    }

    /// <summary>Adds the sums of x, x^2 and y of a whole part: for lag k its last or first k bins have no partner.</summary>
    public void AddEdges(ActivityBins part)
    {
        var (sum, squares) = (0L, 0L);
        foreach (var count in part.Counts)
        {
            sum += count;
            squares += (long)count * count;
        }

        var (front, back) = (0, part.Bins.Length - 1);
        var (sumFront, sumBack, squaresBack) = (0L, 0L, 0L);
        for (var k = 0; k < Pairs.Length; k++)
        {
            for (; front < part.Bins.Length && part.Bins[front] < k; front++)
                sumFront += part.Counts[front];
            for (; back >= 0 && part.Bins[back] >= part.Length - k; back--)
            {
                sumBack += part.Counts[back];
                squaresBack += (long)part.Counts[back] * part.Counts[back];
            }

            Pairs[k] += part.Length - k;
            Earlier[k] += sum - sumBack;
            Squares[k] += squares - squaresBack;
            Later[k] += sum - sumFront;
        }
    }

    /// <summary>Adds those of another.</summary>
    public void Add(Moments other)
    {
        Pairs.AsSpan().Add(other.Pairs);
        Earlier.AsSpan().Add(other.Earlier);
        Squares.AsSpan().Add(other.Squares);
        Later.AsSpan().Add(other.Later);
        Products.AsSpan().Add(other.Products);
    }

    /// <summary>The slope for each lag from 1 on: covariance over the variance of x.</summary>
    public void SlopesInto(Span<double> slopes)
    {
        for (var k = 1; k < Pairs.Length; k++)
        {
            // In 128 bits the differences are exact.
            var covariance = (Int128)Pairs[k] * Products[k] - (Int128)Earlier[k] * Later[k];
            var variance = (Int128)Pairs[k] * Squares[k] - (Int128)Earlier[k] * Earlier[k];
            slopes[k - 1] = (double)covariance / (double)variance;
        }
    }
}
