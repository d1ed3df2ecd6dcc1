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

    /// <summary>
    /// Mean amplitude and detrended fluctuation of every window of every grid. Windows begin anew in each usable run
    /// of the envelope, so that none touches a rejected sample or crosses an interruption.
    /// </summary>
    public static WindowFluctuations[] Of(BandEnvelope envelope, IReadOnlyList<WindowGrid> grids)
    {
        var found = grids.Select(g => Room(g, envelope.Runs)).ToArray();
        var done = new int[found.Length];
        var longest = grids.Max(g => g.Size);
        var profile = ArrayPool<double>.Shared.Rent(Math.Min(Block + longest, envelope.Values.Length) + 1);
        var mean = envelope.Mean();
        foreach (var run in envelope.Runs)
        {
            var values = envelope.Values.AsSpan(run.First, run.Count);
            for (var first = 0; first < values.Length; first += Block)
            {
                var reach = Math.Min(values.Length - first, Block + longest);
                Integrate(values.Slice(first, reach), mean, profile);
                for (var g = 0; g < found.Length; g++)
                    done[g] += Take(found[g], done[g], profile, first, values.Length, mean);
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

    // profile[i] is the sum of the first i values less their mean; the mean only keeps the numbers small.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Integrate(ReadOnlySpan<double> values, double mean, double[] profile)
    {
        var sum = 0.0;
        profile[0] = 0;
        for (var i = 0; i < values.Length; i++)
        {
            sum += values[i] - mean;
            profile[i + 1] = sum;
        }
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
