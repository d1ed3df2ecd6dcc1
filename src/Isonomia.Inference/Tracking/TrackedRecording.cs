using Isonomia.Inference.Models;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Preprocessing;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Inference.Tracking;

/// <summary>A recording followed through time.</summary>
/// <param name="Recording">What the file said.</param>
/// <param name="Model">The model.</param>
/// <param name="Windows">The windows.</param>
/// <param name="Channels">The channels that were asked for, in file order.</param>
/// <param name="Steps">The preprocessing, in order.</param>
/// <param name="Provenance">How to repeat it.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record TrackedRecording(RecordingHeader Recording, SpectralModel Model, TimeWindows Windows,
    IReadOnlyList<ChannelTrack> Channels, IReadOnlyList<PreprocessingStep> Steps, Provenance Provenance, long Seed,
    double Seconds);
