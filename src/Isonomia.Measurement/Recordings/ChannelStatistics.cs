namespace Isonomia.Measurement.Recordings;

/// <summary>A channel's samples in a few numbers, all in its unit; the standard deviation divides by n.</summary>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="StandardDeviation">Population standard deviation.</param>
/// <param name="Min">Smallest sample.</param>
/// <param name="Max">Largest sample.</param>
/// <param name="First">The first three samples, or as many as there are.</param>
public sealed record ChannelStatistics(double Mean, double StandardDeviation, double Min, double Max, double[] First)
{
    private const int BlockSamples = 1 << 15;

    /// <summary>Reads through all channels block by block, in constant memory. A channel without samples gives null.</summary>
    public static ChannelStatistics?[] Of(Recording recording, IProgress<double>? progress = null,
        CancellationToken cancel = default)
    {
        var running = new Running[recording.Channels.Count];
        var longest = recording.Channels.Count == 0 ? 0 : recording.Channels.Max(c => c.Samples);
        var block = new double[BlockSamples];

        // The same stretch of time for one channel after another, so that each part of the file is visited once.
        for (long at = 0; at < longest; at += BlockSamples)
        {
            cancel.ThrowIfCancellationRequested();
            for (var c = 0; c < running.Length; c++)
            {
                var samples = recording.Channels[c].Samples;
                var (from, to) = (Portion(at, longest, samples), Portion(Math.Min(at + BlockSamples, longest), longest, samples));
                var part = block.AsSpan(0, (int)(to - from));
                recording.Read(c, from, part);
                (running[c] ??= new Running()).Add(part);
            }

            progress?.Report((double)at / longest);
        }

        return [.. running.Select(r => r?.Result())];
    }

    private static long Portion(long at, long longest, long samples) => (long)((Int128)at * samples / longest);

    // Sums of deviations from the first sample: exact enough for signals that ride on large offsets.
    private sealed class Running
    {
        private readonly List<double> first = [];
        private double origin;
        private double sum;
        private double squares;
        private double min = double.PositiveInfinity;
        private double max = double.NegativeInfinity;
        private long count;

        public void Add(ReadOnlySpan<double> samples)
        {
            foreach (var value in samples)
            {
                if (count == 0)
                    origin = value;
                if (first.Count < 3)
                    first.Add(value);
                count++;
                var deviation = value - origin;
                sum += deviation;
                squares += deviation * deviation;
                min = Math.Min(min, value);
                max = Math.Max(max, value);
            }
        }

        public ChannelStatistics? Result()
        {
            if (count == 0)
                return null;
            var mean = sum / count;
            return new ChannelStatistics(origin + mean, Math.Sqrt(Math.Max(0, (squares / count) - (mean * mean))), min, max, [.. first]);
        }
    }
}
