using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Biomarkers;

/// <summary>One channel of a recording that is measured as a whole: its clock, and what was taken from it.</summary>
/// <param name="Channel">The channel as recorded.</param>
/// <param name="SamplingRate">Samples per second after any resampling, in Hz; the same for all channels.</param>
/// <param name="Samples">How many samples it has after any resampling; the same for all channels.</param>
/// <param name="Continuous">Its uninterrupted parts; the same for all channels.</param>
/// <param name="Usable">The parts to measure; they differ where segments were rejected channel by channel.</param>
/// <param name="Part">What the biomarker took from it.</param>
public sealed record AnalysedChannel(
    Channel Channel,
    double SamplingRate,
    int Samples,
    IReadOnlyList<SampleRange> Continuous,
    IReadOnlyList<SampleRange> Usable,
    object Part);
