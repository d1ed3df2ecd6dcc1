using System.Buffers;
using Isonomia.Numerics.Filtering;
using Isonomia.Numerics.Spectra;

namespace Isonomia.Measurement.Biomarkers.Amplitude;

/// <summary>The instantaneous amplitude of a band-limited signal, in place and in bounded memory.</summary>
internal static class InstantaneousAmplitude
{
    /// <summary>Longest signal that is transformed as a whole, as the reference implementation does with any.</summary>
    public const int Whole = 1 << 21;

    // Long signals are transformed in parts of this length.
    private const int Part = 1 << 19;

    /// <summary>Replaces a band-limited signal by its amplitude.</summary>
    /// <param name="signal">The signal; on return its amplitude.</param>
    /// <param name="samplingRate">Samples per second, in Hz.</param>
    /// <param name="lowest">The lowest frequency of the band, in Hz.</param>
    /// <remarks>
    /// Beyond <see cref="Whole"/> samples the signal is taken in parts that reach into their neighbours by a margin of
    /// 40 periods of the lowest frequency, tapered to nothing at its outer end. A band-limited signal times so smooth
    /// a taper stays band-limited, so that what is cut off does not reach the part itself.
    /// </remarks>
    public static void Replace(Span<double> signal, double samplingRate, double lowest)
    {
        if (signal.Length <= Whole)
        {
            Hilbert.Envelope(signal, signal);
            return;
        }

        var margin = (int)Math.Min(Part / 4, Math.Ceiling(40 * samplingRate / lowest));
        var taper = Taper(margin);
        var before = new double[margin];
        var rented = ArrayPool<double>.Shared.Rent(Part + (2 * margin));
        for (var first = 0; first < signal.Length; first += Part)
        {
            var core = Math.Min(Part, signal.Length - first);
            var behind = Math.Min(margin, signal.Length - first - core);
            var ahead = first == 0 ? 0 : margin;
            var part = rented.AsSpan(0, ahead + core + behind);
            before.AsSpan(0, ahead).CopyTo(part);
            signal.Slice(first, core + behind).CopyTo(part[ahead..]);
            if (core >= margin)
                signal.Slice(first + core - margin, margin).CopyTo(before);
            var last = first + core + behind == signal.Length;
            for (var i = 0; i < ahead; i++)
                part[i] *= taper[i];
            for (var i = 0; i < behind && !last; i++)
                part[^(i + 1)] *= taper[i];
            // The signal's own ends ring, and the transform is a circle: keep them out of each other's reach.
            Hilbert.Envelope(part, part, first == 0 || last ? FastLength.Next(2 * part.Length) : null);
            part.Slice(ahead, core).CopyTo(signal[first..]);
        }

        ArrayPool<double>.Shared.Return(rented);
    }

    // From 0 to 1 over the outer two thirds of the margin, without a corner in any derivative.
    private static double[] Taper(int margin)
    {
        var taper = new double[margin];
        for (var i = 0; i < margin; i++)
        {
            var t = (i + 0.5) / margin * 1.5;
            taper[i] = t >= 1 ? 1 : 1 / (1 + Math.Exp((1 / t) - (1 / (1 - t))));
        }

        return taper;
    }
}
