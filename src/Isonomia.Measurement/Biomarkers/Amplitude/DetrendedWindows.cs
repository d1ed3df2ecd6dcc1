using System.Buffers;
using System.Runtime.CompilerServices;
using Isonomia.Measurement.Biomarkers.Amplitude.Kernels;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Biomarkers.Amplitude;

/// <summary>
/// Windows of the integrated amplitude ("signal profile"), straight lines taken out: what both detrended fluctuation
/// analysis and the functional E/I ratio are made of.
/// </summary>
public static class DetrendedWindows
{
    // The profile is built in blocks that stay in a core's own cache while the windows of every size pass over them.
    private const int Block = 1 << 16;

    /// <summary>Gives the amplitude from a sample on; the span need only last until the next call.</summary>
    internal delegate ReadOnlySpan<double> Reader(int first, int count);

    /// <summary>
    /// Mean amplitude and detrended fluctuation of every window of every grid. Windows begin anew in each usable run
    /// of the envelope, so that none touches a rejected sample or crosses an interruption.
    /// </summary>
    public static WindowFluctuations[] Of(BandEnvelope envelope, IReadOnlyList<WindowGrid> grids) =>
        Of(envelope.Runs, (first, count) => envelope.Values.AsSpan(first, count), grids);

    /// <summary>The same of an amplitude that is read piece by piece, in order.</summary>
    internal static WindowFluctuations[] Of(
        IReadOnlyList<SampleRange> runs, Reader amplitude, IReadOnlyList<WindowGrid> grids)
    {
        var found = grids.Select(g => Room(g, runs)).ToArray();
        var done = new int[found.Length];
        var (shortest, longest) = (grids.Min(g => g.Size), grids.Max(g => g.Size));
        var mostAtOnce = runs.Count == 0 ? 0 : Math.Min(Block + longest, runs.Max(r => r.Count));
        var profile = ArrayPool<double>.Shared.Rent(mostAtOnce + 1);
        foreach (var run in runs)
        {
            for (var first = 0; first + shortest < run.Count; first += Block)
            {
                var values = amplitude(run.First + first, Math.Min(run.Count - first, Block + longest));
                var mean = Integrate(values, profile);
                for (var g = 0; g < found.Length; g++)
                    done[g] += Take(found[g], done[g], profile, first, run.Count, mean);
            }
        }

        ArrayPool<double>.Shared.Return(profile);
        return found;
    }

    private static WindowFluctuations Room(WindowGrid grid, IReadOnlyList<SampleRange> runs)
    {
        var (windows, covered) = (0, 0L);
        foreach (var run in runs)
        {
            var here = grid.CountIn(run.Count);
            windows += here;
            covered += here == 0 ? 0 : ((long)(here - 1) * Math.Min(grid.Hop, grid.Size)) + grid.Size;
        }

        return new WindowFluctuations(grid, new double[windows], new double[windows], covered);
    }

    // profile[i] becomes the sum of the first i values less their mean, which only keeps the numbers small: a straight
    // line more or less in the profile is taken out of every window again. Returns that mean.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Integrate(ReadOnlySpan<double> values, double[] profile)
    {
        var total = 0.0;
        foreach (var value in values)
            total += value;
        var mean = total / values.Length;
        var sum = 0.0;
        profile[0] = 0;
        for (var i = 0; i < values.Length; i++)
        {
            sum += values[i] - mean;
            profile[i + 1] = sum;
        }

        return mean;
    }

    // The windows of one grid that start in the block beginning at `first` of a run; how many they were.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Take(
        WindowFluctuations into, int from, double[] profile, int first, int run, double mean)
    {
        var (size, hop) = (into.Grid.Size, into.Grid.Hop);
        var begin = (first + hop - 1) / hop;
        var end = Math.Min(into.Grid.CountIn(run), (first + Block + hop - 1) / hop);
        for (var window = begin; window < end; window++)
        {
            var start = (window * hop) - first;
            var at = from + window - begin;
            into.Fluctuations[at] = Math.Sqrt(LineResidual.MeanSquare(profile.AsSpan(start + 1, size)));
            into.Amplitudes[at] = ((profile[start + size] - profile[start]) / size) + mean;
        }

        return Math.Max(0, end - begin);
    }
}
