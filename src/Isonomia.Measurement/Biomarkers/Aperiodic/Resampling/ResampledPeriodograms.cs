using Isonomia.Measurement.Biomarkers.Aperiodic.Resampling.Kernels;
using Isonomia.Numerics.Filtering;
using Isonomia.Numerics.Spectra;

namespace Isonomia.Measurement.Biomarkers.Aperiodic.Resampling;

/// <summary>
/// Periodograms of a resampled signal, made piece by piece: a stretch of it is resampled, its windows are transformed,
/// and what the next window shares is kept. So a day's signal needs no more memory than a minute's, and what is worked
/// on stays in cache.
/// </summary>
internal sealed class ResampledPeriodograms
{
    private const int PieceSamples = 32_768;
    private readonly double[] taper;
    private readonly double[] re;
    private readonly double[] im;
    private readonly double[] buffer;
    private readonly double[] piece;
    private readonly ComplexFft fft;
    private readonly int hop;

    /// <summary>Prepares for windows of a length (Hann, an eighth shared with the next).</summary>
    public ResampledPeriodograms(int length)
    {
        taper = Window.Create(WindowFunction.Hann, length, periodic: true);
        (re, im) = (new double[length], new double[length]);
        hop = length - length / 8;
        fft = ComplexFft.OfLength(length);
        buffer = new double[length + 2 * PieceSamples];
        piece = new double[4 * PieceSamples];
        Energy = taper.Sum(w => w * w);
    }

    /// <summary>The sum of the taper's squares.</summary>
    public double Energy { get; }

    /// <summary>Adds the windows of one uninterrupted run, resampled.</summary>
    /// <param name="run">Samples.</param>
    /// <param name="resampler">The ratio.</param>
    /// <param name="first">The lowest bin that is kept, at least 1.</param>
    /// <param name="blockOf">Which block a place in the run, in samples of the run, belongs to.</param>
    /// <param name="into">What is added to.</param>
    public void Add(
        ReadOnlySpan<double> run, Resampler resampler, int first, Func<double, int> blockOf, BlockedSpectrum into)
    {
        var (up, down) = (resampler.Up, resampler.Down);
        // A sample out needs at most this many periods of "down" samples in on either side.
        var margin = 10 * Math.Max(up, down) / (up * down) + 2;
        var periods = Math.Max(1, PieceSamples / Math.Max(up, down));
        var (filled, begin, pending) = (0, 0L, -1);
        for (var period = 0; period * (long)down < run.Length; period += periods)
        {
            var from = Math.Max(0, period - margin);
            var to = (int)Math.Min(run.Length, (period + periods + margin) * (long)down);
            var source = run[(from * down)..to];
            var resampled = piece.AsSpan(0, resampler.OutputLength(source.Length));
            resampler.Apply(source, resampled);
            var fresh = resampled[((period - from) * up)..];
            fresh = fresh[..Math.Min(fresh.Length, periods * up)];
            fresh.CopyTo(buffer.AsSpan(filled));
            filled += fresh.Length;

            var at = 0;
            for (; at + taper.Length <= filled; at += hop)
            {
                var block = blockOf((begin + at + taper.Length / 2.0) * down / up);
                Transform(buffer.AsSpan(at, taper.Length), first, block, ref pending, into);
            }

            buffer.AsSpan(at, filled - at).CopyTo(buffer);
            (filled, begin) = (filled - at, begin + at);
        }

        Flush(first, ref pending, into);
    }

    // Two windows of one block share a transform: the first of them waits.
    private void Transform(ReadOnlySpan<double> window, int first, int block, ref int pending, BlockedSpectrum into)
    {
        if (pending >= 0 && pending != block)
            Flush(first, ref pending, into);
        TaperedWindow.Fill(window, taper, pending < 0 ? re : im);
        into.Count(block, 1);
        if (pending < 0)
        {
            pending = block;
            return;
        }

        fft.Forward(re, im);
        TaperedWindow.AddPower(re, im, first, into.Block(block));
        pending = -1;
    }

    private void Flush(int first, ref int pending, BlockedSpectrum into)
    {
        if (pending < 0)
            return;
        im.AsSpan().Clear();
        fft.Forward(re, im);
        TaperedWindow.AddPower(re, im, first, into.Block(pending));
        pending = -1;
    }
}
