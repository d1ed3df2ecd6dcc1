using Isonomia.Numerics.Files;

namespace Isonomia.Simulation.Results;

/// <summary>What a population did in a run.</summary>
/// <param name="Name">The population's name.</param>
/// <param name="Size">Number of cells.</param>
/// <param name="SpikeTimes">Times of all spikes in seconds, ascending; within a step by cell.</param>
/// <param name="SpikeCells">For each spike the cell, from 0.</param>
/// <param name="Duration">How long was simulated, in seconds.</param>
public sealed record PopulationResult(
    string Name, int Size, Column<double> SpikeTimes, Column<int> SpikeCells, double Duration)
{
    /// <summary>The number of spikes, which are counted where they are not kept.</summary>
    public long Spikes { get; init; } = SpikeTimes.Length;

    /// <summary>Whether times and cells of the spikes were kept, and not only their number.</summary>
    public bool IsKept => SpikeTimes.Length == Spikes;

    /// <summary>Mean rate of a cell over the whole run, in hertz.</summary>
    public double Rate => Spikes / (Size * Duration);

    /// <summary>
    /// The coefficient of variation of the interspike intervals: for each cell with at least two intervals their
    /// standard deviation (over n) divided by their mean, then the mean over those cells; null where there is none.
    /// 0 for a clock, 1 for a Poisson process.
    /// </summary>
    public double? CvOfIntervals()
    {
        // Twice through all spikes, with a few numbers a cell: the spikes need not be in memory.
        var (number, means, squares) = (new int[Size], new double[Size], new double[Size]);
        EachInterval((cells, intervals) =>
        {
            for (var i = 0; i < cells.Length; i++)
            {
                number[cells[i]]++;
                means[cells[i]] += intervals[i];
            }
        });
        for (var cell = 0; cell < Size; cell++)
            means[cell] /= number[cell];
        EachInterval((cells, intervals) =>
        {
            for (var i = 0; i < cells.Length; i++)
            {
                var apart = intervals[i] - means[cells[i]];
                squares[cells[i]] += apart * apart;
            }
        });
        var (sum, count) = (0.0, 0);
        for (var cell = 0; cell < Size; cell++)
        {
            if (number[cell] < 2)
                continue;
            sum += Math.Sqrt(squares[cell] / number[cell]) / means[cell];
            count++;
        }

        return count > 0 ? sum / count : null;
    }

    /// <summary>All spikes in their order, each with its time in seconds and its cell.</summary>
    public IEnumerable<(double Time, int Cell)> InOrder()
    {
        const int Piece = 1 << 13;
        var (times, cells) = (new double[Piece], new int[Piece]);
        for (var first = 0; first < SpikeTimes.Length; first += Piece)
        {
            var count = Math.Min(Piece, SpikeTimes.Length - first);
            SpikeTimes.Read(first, times.AsSpan(0, count));
            SpikeCells.Read(first, cells.AsSpan(0, count));
            for (var i = 0; i < count; i++)
                yield return (times[i], cells[i]);
        }
    }

    // Cells and the intervals that end with their spikes, some thousands at a time; a first spike ends none.
    private void EachInterval(Action<ReadOnlySpan<int>, ReadOnlySpan<double>> see)
    {
        var last = new double[Size];
        Array.Fill(last, double.NaN);
        using var pieces = SpikeCells.Pieces().GetEnumerator();
        var (ended, intervals) = (Array.Empty<int>(), Array.Empty<double>());
        foreach (var piece in SpikeTimes.Pieces())
        {
            pieces.MoveNext();
            var times = piece.Span;
            var cells = pieces.Current.Span;
            var count = 0;
            if (ended.Length < times.Length)
                (ended, intervals) = (new int[times.Length], new double[times.Length]);
            for (var i = 0; i < times.Length; i++)
            {
                var before = last[cells[i]];
                last[cells[i]] = times[i];
                if (!double.IsNaN(before))
                    (ended[count], intervals[count++]) = (cells[i], times[i] - before);
            }

            see(ended.AsSpan(0, count), intervals.AsSpan(0, count));
        }
    }

    /// <summary>The spike times of each cell in seconds, ascending.</summary>
    /// <param name="after">Only those later than this, in seconds.</param>
    public double[][] Trains(double after = double.NegativeInfinity)
    {
        var counts = new int[Size];
        foreach (var (time, cell) in InOrder())
            counts[cell] += time > after ? 1 : 0;
        var trains = Array.ConvertAll(counts, n => new double[n]);
        Array.Clear(counts);
        foreach (var (time, cell) in InOrder())
        {
            if (time > after)
                trains[cell][counts[cell]++] = time;
        }

        return trains;
    }

    /// <summary>The times between successive spikes of a train, in seconds.</summary>
    /// <param name="train">Spike times in seconds, ascending.</param>
    public static double[] Intervals(double[] train)
    {
        ArgumentNullException.ThrowIfNull(train);
        var intervals = new double[Math.Max(0, train.Length - 1)];
        for (var i = 0; i < intervals.Length; i++)
            intervals[i] = train[i + 1] - train[i];
        return intervals;
    }
}
