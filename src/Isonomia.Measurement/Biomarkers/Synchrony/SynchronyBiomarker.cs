using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Synchrony;

/// <summary>Coherence, phase synchrony and amplitude correlation of every pair of channels, band by band.</summary>
public sealed class SynchronyBiomarker : RecordingBiomarker<SynchronyPart>
{
    // Below this the lag indices are mostly bias.
    private const int AdvisableEpochs = 30;

    /// <inheritdoc/>
    public override string Name => "synchrony";

    /// <inheritdoc/>
    public override BiomarkerDefinition Definition { get; } = new(
        "Synchrony between channels",
        "Measures of the cross-spectrum S of each pair over epochs, averaged over a band's bins: coherence, imaginary "
        + "coherence, PLV, PPC, PLI, wPLI and debiased wPLI; and the correlation of orthogonalised amplitudes. The number "
        + "of a band is the mean over pairs",
        Direction.Undecided,
        Evidence.Weak,
        "wPLI: Vinck et al. 2011 NeuroImage, doi:10.1016/j.neuroimage.2011.01.055; PPC: Vinck et al. 2010 NeuroImage, "
        + "doi:10.1016/j.neuroimage.2010.01.073; PLI: Stam et al. 2007 Hum Brain Mapp, doi:10.1002/hbm.20346; imaginary "
        + "coherence: Nolte et al. 2004 Clin Neurophysiol, doi:10.1016/j.clinph.2004.04.029; amplitudes: Hipp et al. 2012 "
        + "Nat Neurosci, doi:10.1038/nn.3101",
        "Coherence, PLV and PPC are raised by volume conduction and by a common reference; the lag indices are blind to "
        + "both, and to true synchrony without lag. An average reference makes lags of its own. PLV, PLI, wPLI and coherence "
        + "grow as epochs become few: compare recordings with equally many, or take the debiased ones.")
    {
        Quantities = PairMeasures.All.ToDictionary(m => m.Name(), m => m.Meaning()).Concat(
            new Dictionary<string, string>
            {
                ["epochs"] = "epochs that are clean in every channel",
                ["epoch_s"] = "length of an epoch",
            }).ToDictionary(),
    };

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings { get; } =
    [
        SynchronySettings.Epoch, SynchronySettings.Method, SynchronySettings.TimeHalfBandwidth, SynchronySettings.MostEpochs,
    ];

    /// <inheritdoc/>
    protected override SynchronyPart Take(ChannelAnalysis channel)
    {
        var (signal, grid) = (channel.Signal, EpochGrid.Of(channel));
        var phases = channel.Settings.Bands.Select(b => BandPhases.Of(channel, b)).ToArray();
        var inBands = channel.Settings.Bands.Select(b => BandBins.Of(b, grid.Length, signal.SamplingRate)).ToArray();
        if (grid.Starts.Length == 0 || inBands.All(b => b.Count == 0))
            return new SynchronyPart(grid.Length, null, phases);
        var (first, end) = (inBands.Where(b => b.Count > 0).Min(b => b.First), inBands.Where(b => b.Count > 0).Max(b => b.End));
        return new SynchronyPart(grid.Length,
            ChannelEpochs.Transform(signal.Samples, grid.Starts, Tapers(channel, grid.Length), first, end - first), phases);
    }

    /// <inheritdoc/>
    protected override BiomarkerResult Measure(RecordingAnalysis recording, IReadOnlyList<SynchronyPart> parts)
    {
        string[] names = [.. recording.Channels.Select(c => c.Channel.Name)];
        var seconds = parts[0].EpochLength / recording.SamplingRate;
        var spectra = parts.Any(p => p.Epochs is null) ? null : new EpochSpectra([.. parts.Select(p => p.Epochs!)]);
        var epochs = spectra?.Epochs ?? 0;
        var why = names.Length < 2 ? "one channel alone has none to keep step with"
            : epochs < 2 ? $"fewer than two epochs of {seconds:0.###} s are clean in every channel"
            : null;
        var bands = recording.Settings.Bands.Select((band, b) => why is null
            ? Measure(recording, band, b, spectra!, parts)
            : new BandSynchrony(band, why, [], 0)).ToArray();
        return new SynchronyResult(names, epochs, seconds, bands)
        {
            Warnings = why is null && epochs < AdvisableEpochs
                ? [$"only {epochs} epochs are clean in every channel ({AdvisableEpochs} or more are advisable): PLV, PLI, wPLI "
                    + "and coherence are raised by their small number"]
                : [],
        };
    }

    private static BandSynchrony Measure(RecordingAnalysis recording, Band band, int index, EpochSpectra spectra,
        IReadOnlyList<SynchronyPart> parts)
    {
        var bins = BandBins.Of(band, parts[0].EpochLength, recording.SamplingRate);
        if (bins.Count == 0)
        {
            return new BandSynchrony(band, $"no frequency of an epoch of {parts[0].EpochLength / recording.SamplingRate:0.###} s "
                + "lies in the band and below half the sampling rate", [], 0);
        }

        var matrices = CrossSpectra.Measure(spectra, bins, recording.Threads, recording.Cancel).ToList();
        var moments = 0;
        if (parts.All(p => p.Phases[index] is not null))
        {
            BandPhases[] phases = [.. parts.Select(p => p.Phases[index]!)];
            var common = BandPhases.Common(phases);
            moments = common[0].Length;
            if (moments > 2)
            {
                matrices.Add(OrthogonalAmplitudes.Correlate(
                    [.. phases.Select((p, c) => Pick(p.Re, common[c]))], [.. phases.Select((p, c) => Pick(p.Im, common[c]))],
                    recording.Threads, recording.Cancel));
            }
        }

        return new BandSynchrony(band, null, matrices, moments);
    }

    private static double[] Pick(double[] values, int[] places) => [.. places.Select(p => values[p])];

    private static EpochTapers Tapers(ChannelAnalysis channel, int length) =>
        channel.Get(SynchronySettings.Method) == "multitaper"
            ? EpochTapers.Multitaper(length, Math.Min(channel.Get(SynchronySettings.TimeHalfBandwidth), (length - 1) / 2.0))
            : EpochTapers.Hann(length);
}
