using System.Buffers;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;
using Isonomia.Numerics.Filtering;
using Isonomia.Numerics.Spectra;

namespace Isonomia.Measurement.Biomarkers.Amplitude;

/// <summary>
/// Reads the amplitude of a channel in a band piece by piece, so that a day's never needs to be in memory: within each
/// uninterrupted stretch MNE-Python's default zero-phase band-pass, then the first and last second set aside, then
/// the magnitude of the analytic signal.
/// </summary>
/// <remarks>
/// Stretches of up to <see cref="Whole"/> samples are filtered and transformed as a whole, as the reference
/// implementation does with any. Longer ones are taken in parts, each with a margin of 40 periods of the band's lowest
/// frequency, tapered to nothing at its outer end: a band-limited signal times so smooth a taper stays band-limited, so
/// that what is cut off does not reach the part itself.
/// </remarks>
internal sealed class BandAmplitude : IDisposable
{
    /// <summary>Longest stretch that is transformed as a whole.</summary>
    public const int Whole = 1 << 21;

    private const int Part = 1 << 19;
    private const int PeriodsOfMargin = 40;

    private readonly Signal signal;
    private readonly ZeroPhaseFir filter;
    private readonly FilteredBand? filtered;
    private readonly int second;
    private readonly double[] taper;
    private double[] buffer = [];
    private SampleRange held;
    private int offset;

    /// <summary>Prepares to read a channel, of which others may have filtered the same band.</summary>
    /// <exception cref="ArgumentException">The band does not lie below half the sampling rate.</exception>
    public BandAmplitude(ChannelAnalysis channel, Band band)
        : this(channel.Signal, band) => filtered = FilteredBand.Of(channel, band);

    /// <summary>Prepares to read; nothing is computed yet.</summary>
    /// <exception cref="ArgumentException">The band does not lie below half the sampling rate.</exception>
    public BandAmplitude(Signal signal, Band band)
    {
        if (BandFilters.WhyNot(band, signal.SamplingRate) is { } why)
            throw new ArgumentException($"{band.Name}: {why}", nameof(band));
        this.signal = signal;
        filter = BandFilters.For(band, signal.SamplingRate);
        second = (int)Math.Round(signal.SamplingRate);
        taper = Taper((int)Math.Min(Part / 4, Math.Ceiling(PeriodsOfMargin * signal.SamplingRate / band.Range.Low)));
        Runs = [.. signal.Continuous.SelectMany(Usable)];
    }

    /// <summary>
    /// The usable parts, as ranges of the channel's samples: a second away from the ends of stretches; and away from
    /// what was rejected, which the filter smears over its own length, by half that length, but no less than a second.
    /// </summary>
    public IReadOnlyList<SampleRange> Runs { get; }

    /// <summary>The amplitude of successive samples within a usable part; valid until the next call.</summary>
    public ReadOnlySpan<double> Read(int first, int count)
    {
        if (first < held.First || first + count > held.End)
        {
            var stretch = signal.Continuous.First(s => first >= s.First && first + count <= s.End);
            if (stretch.Count <= Whole)
                Hold(stretch, Inside(stretch));
            else
                Hold(stretch, new SampleRange(first, Math.Min(Inside(stretch).End - first, Math.Max(count, Part))));
        }

        return buffer.AsSpan(offset + first - held.First, count);
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<double>.Shared.Return(buffer);

    private SampleRange Inside(SampleRange stretch) => new(stretch.First + second, stretch.Count - (2 * second));

    private IEnumerable<SampleRange> Usable(SampleRange stretch)
    {
        var (inside, clear) = (Inside(stretch), Math.Max(second, filter.Length / 2));
        foreach (var part in signal.Usable.Where(u => u.First >= stretch.First && u.End <= stretch.End))
        {
            var first = Math.Max(inside.First, part.First == stretch.First ? part.First : part.First + clear);
            var end = Math.Min(inside.End, part.End == stretch.End ? part.End : part.End - clear);
            if (end > first)
                yield return new SampleRange(first, end - first);
        }
    }

    // Computes a part of a stretch and what it needs on either side.
    private void Hold(SampleRange stretch, SampleRange part)
    {
        var inside = Inside(stretch);
        var from = Math.Max(inside.First, part.First - taper.Length);
        var to = Math.Min(inside.End, part.End + taper.Length);
        // Beyond this the filter would see its own continuation of the piece instead of the signal.
        var first = Math.Max(stretch.First, from - filter.Length);
        var end = Math.Min(stretch.End, to + filter.Length);
        if (buffer.Length < end - first)
        {
            ArrayPool<double>.Shared.Return(buffer);
            buffer = ArrayPool<double>.Shared.Rent(end - first);
        }

        if (filtered is not null && first == stretch.First && end == stretch.End)
            filtered.Of(stretch).CopyTo(buffer);
        else
            filter.Apply(signal.Samples.AsSpan(first, end - first), buffer.AsSpan(0, end - first));
        var piece = buffer.AsSpan(from - first, to - from);
        var (cutBefore, cutAfter) = (from > inside.First, to < inside.End);
        for (var i = 0; i < taper.Length && cutBefore; i++)
            piece[i] *= taper[i];
        for (var i = 0; i < taper.Length && cutAfter; i++)
            piece[^(i + 1)] *= taper[i];
        // An end of the stretch rings, and the transform of a part is a circle: keep it from reaching the other side.
        var padded = cutBefore != cutAfter ? FastLength.Next(2 * piece.Length) : FastLength.Next(piece.Length);
        Hilbert.Envelope(piece, piece, padded);
        (held, offset) = (part, part.First - first);
    }

    // From 0 to 1 over the outer two thirds of the margin, without a corner in any derivative.
    private static double[] Taper(int margin)
    {
        var weights = new double[margin];
        for (var i = 0; i < margin; i++)
        {
            var t = (i + 0.5) / margin * 1.5;
            weights[i] = t >= 1 ? 1 : 1 / (1 + Math.Exp((1 / t) - (1 / (1 - t))));
        }

        return weights;
    }
}
