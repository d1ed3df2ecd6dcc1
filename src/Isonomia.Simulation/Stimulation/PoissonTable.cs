namespace Isonomia.Simulation.Stimulation;

/// <summary>
/// The cumulative Poisson distribution F of one mean: a count is the number of k with u >= F(k), where u is uniform on
/// [0, 1). The 64-bit boundaries are exact to 2^-46 and go as far as 2^-64 of the probability; the 16-bit limits are
/// their first bits, which decide the count unless u begins with the same ones.
/// </summary>
internal sealed class PoissonTable
{
    /// <summary>The largest mean that a table is made for.</summary>
    public const double LargestMean = 100;

    // Of a mean of 100 less than 2^-64 lies above 206.
    private const int Capacity = 256;
    private const double Whole = 18446744073709551616.0;

    private readonly double[] probabilities = new double[Capacity];
    private readonly ulong[] boundaries = new ulong[Capacity];
    private readonly ushort[] limits = new ushort[Capacity];
    private int boundaryCount;
    private int limitCount;

    /// <summary>The mean; 0 until it is set.</summary>
    public double Mean { get; private set; }

    /// <summary>F(k) in units of 2^-64, for k from 0, ascending.</summary>
    public ReadOnlySpan<ulong> Boundaries => boundaries.AsSpan(0, boundaryCount);

    /// <summary>
    /// 16-bit limits, ascending: a count is <see cref="Base"/> and the number of them below the first 16 bits of u,
    /// unless these equal one of them.
    /// </summary>
    public ReadOnlySpan<ushort> Limits => limits.AsSpan(0, limitCount);

    /// <summary>See <see cref="Limits"/>.</summary>
    public int Base { get; private set; }

    /// <summary>The largest count there can be.</summary>
    public int LargestCount => boundaryCount;

    /// <summary>Makes the table of a mean.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not between 0 and <see cref="LargestMean"/>.</exception>
    public void Set(double mean)
    {
        if (!(mean is >= 0 and <= LargestMean))
            throw new ArgumentOutOfRangeException(nameof(mean), mean, $"A table's mean is 0 to {LargestMean}.");
        if (mean == Mean)
            return;
        Mean = mean;

        // Far beyond what is kept, so that the sum of the upper tail is complete.
        var last = 0;
        probabilities[0] = Math.Exp(-mean);
        for (; last + 1 < Capacity && (last < mean || probabilities[last] * Whole > 1e-3); last++)
            probabilities[last + 1] = probabilities[last] * mean / (last + 1);

        // Each side is summed from its own end, small before large; they overlap, so that none is left out between.
        boundaryCount = 0;
        var above = 0.0;
        for (var k = last; k > 0; k--)
        {
            above += probabilities[k];
            if (above > 0.6)
                break;
            if (above * Whole < 1)
                continue;
            boundaryCount = Math.Max(boundaryCount, k);
            boundaries[k - 1] = 0 - (ulong)(above * Whole);
        }

        var below = 0.0;
        for (var k = 0; k <= last; k++)
        {
            below += probabilities[k];
            if (below >= 0.5)
                break;
            boundaries[k] = (ulong)(below * Whole);
            boundaryCount = Math.Max(boundaryCount, k + 1);
        }

        TakeLimits();
    }

    /// <summary>The count of a uniform number.</summary>
    /// <param name="bits">The number in units of 2^-64.</param>
    public int Count(ulong bits)
    {
        var k = Math.Min((int)Mean, boundaryCount);
        while (k < boundaryCount && bits >= boundaries[k])
            k++;
        while (k > 0 && bits < boundaries[k - 1])
            k--;
        return k;
    }

    // All that begin with 0 stand as one limit, and so do all that begin with the largest number: a number that begins
    // so is decided by the boundaries.
    private void TakeLimits()
    {
        limitCount = 0;
        Base = 0;
        for (var k = 0; k < boundaryCount; k++)
        {
            var limit = (ushort)(boundaries[k] >> 48);
            var repeats = limitCount > 0 && limits[limitCount - 1] == limit;
            if (repeats && limit == 0)
                Base++;
            else if (!repeats || limit != ushort.MaxValue)
                limits[limitCount++] = limit;
        }
    }
}
