namespace Isonomia.Measurement.Biomarkers.Synchrony;

/// <summary>What synchrony takes from a channel.</summary>
public sealed class SynchronyPart
{
    internal SynchronyPart(int epochLength, ChannelEpochs? epochs, IReadOnlyList<BandPhases?> phases) =>
        (EpochLength, Epochs, Phases) = (epochLength, epochs, phases);

    internal int EpochLength { get; }

    internal ChannelEpochs? Epochs { get; }

    internal IReadOnlyList<BandPhases?> Phases { get; }
}
