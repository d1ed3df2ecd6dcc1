using System.Buffers;
using Isonomia.Measurement.Biomarkers.Amplitude;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;
using Isonomia.Numerics.Filtering;

namespace Isonomia.Measurement.Biomarkers.Synchrony;

/// <summary>
/// The analytic signal of a channel in a band, at moments far enough apart to be new: two for each cycle of the band's
/// width, which is how fast amplitude and phase (less its own turning) can change. The moments are the same in all
/// channels.
/// </summary>
/// <param name="Times">The moments, as samples.</param>
/// <param name="Re">Real parts.</param>
/// <param name="Im">Imaginary parts.</param>
internal sealed record BandPhases(int[] Times, double[] Re, double[] Im)
{
    // Longer stretches are transformed in pieces; moments within reach of the filter from a cut are not used.
    private const int LongestPiece = 1 << 20;
    private const int MostMoments = 20_000;

    /// <summary>
    /// Of a channel; shared by all who ask for the same band. Null where the band cannot be filtered.
    /// </summary>
    public static BandPhases? Of(ChannelAnalysis channel, Band band) =>
        BandFilters.WhyNot(band, channel.Signal.SamplingRate) is null
            ? channel.Share((typeof(BandPhases), band), () => Compute(channel, band, Step(channel.Signal, band)))
            : null;

    /// <summary>The moments that all channels have, as places in each.</summary>
    public static int[][] Common(IReadOnlyList<BandPhases> channels)
    {
        // Mostly nothing was rejected, and all have the same.
        if (channels.All(c => c.Times.AsSpan().SequenceEqual(channels[0].Times)))
        {
            int[] all = [.. Enumerable.Range(0, channels[0].Times.Length)];
            return [.. channels.Select(_ => all)];
        }

        var common = channels[0].Times.ToHashSet();
        foreach (var channel in channels)
            common.IntersectWith(channel.Times);
        return [.. channels.Select(c =>
            Enumerable.Range(0, c.Times.Length).Where(t => common.Contains(c.Times[t])).ToArray())];
    }

    /// <summary>Of a channel, at every so many samples from the beginning of each stretch.</summary>
    public static BandPhases Compute(ChannelAnalysis channel, Band band, int step)
    {
        var (signal, shared) = (channel.Signal, FilteredBand.Of(channel, band));
        var filter = BandFilters.For(band, signal.SamplingRate);
        var clear = Math.Max((int)Math.Round(signal.SamplingRate), filter.Length / 2);
        var (times, re, im) = (new List<int>(), new List<double>(), new List<double>());
        foreach (var stretch in signal.Continuous)
        {
            foreach (var (piece, from, to) in Pieces(stretch, (int)Math.Round(signal.SamplingRate), filter.Length))
            {
                var filtered = ArrayPool<double>.Shared.Rent(piece.Count);
                var quadrature = ArrayPool<double>.Shared.Rent(piece.Count);
                var real = filtered.AsSpan(0, piece.Count);
                if (shared is not null && piece == stretch)
                    shared.Of(stretch).CopyTo(real);
                else
                    filter.Apply(signal.Samples.AsSpan(piece.First, piece.Count), real);
                Hilbert.AnalyticSignal(real, real, quadrature.AsSpan(0, piece.Count));
                var first = stretch.First + ((from - stretch.First + step - 1) / step * step);
                foreach (var part in Usable(signal, stretch, clear))
                {
                    var begin = first + ((Math.Max(0, part.First - first) + step - 1) / step * step);
                    for (var t = begin; t < Math.Min(to, part.End); t += step)
                    {
                        times.Add(t);
                        re.Add(filtered[t - piece.First]);
                        im.Add(quadrature[t - piece.First]);
                    }
                }

                ArrayPool<double>.Shared.Return(filtered);
                ArrayPool<double>.Shared.Return(quadrature);
            }
        }

        return new BandPhases([.. times], [.. re], [.. im]);
    }

    private static int Step(Signal signal, Band band)
    {
        var width = band.Range.High - band.Range.Low;
        var step = Math.Max(1, (int)Math.Floor(signal.SamplingRate / (2 * width)));
        var moments = signal.Continuous.Sum(c => (long)(c.Count / step));
        return checked((int)(step * Math.Max(1, (moments + MostMoments - 1) / MostMoments)));
    }

    // A piece to transform and the part of it to use: a second away from the ends of the stretch, a filter from a cut.
    private static IEnumerable<(SampleRange Piece, int From, int To)> Pieces(SampleRange stretch, int second, int reach)
    {
        for (var first = stretch.First; first < stretch.End; first += LongestPiece)
        {
            var end = Math.Min(stretch.End, first + LongestPiece);
            var piece = new SampleRange(first, end - first);
            yield return (piece, first + (first == stretch.First ? second : reach), end - (end == stretch.End ? second : reach));
        }
    }

    // What was rejected is smeared over half a filter on either side.
    private static IEnumerable<SampleRange> Usable(Signal signal, SampleRange stretch, int clear)
    {
        foreach (var part in signal.Usable)
        {
            var first = part.First == stretch.First ? part.First : part.First + clear;
            var end = part.End == stretch.End ? part.End : part.End - clear;
            if (end > first && part.First < stretch.End && part.End > stretch.First)
                yield return new SampleRange(first, end - first);
        }
    }
}
