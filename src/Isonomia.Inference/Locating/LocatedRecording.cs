using Isonomia.Inference.Models;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Preprocessing;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Inference.Locating;

/// <summary>Everything that was found by locating a recording.</summary>
/// <param name="Recording">What the file said.</param>
/// <param name="Model">The model.</param>
/// <param name="Channels">The channels that were asked for, in file order.</param>
/// <param name="Steps">The preprocessing, in order.</param>
/// <param name="Provenance">How to repeat it.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Seconds">How long it took, from open file to posterior.</param>
public sealed record LocatedRecording(RecordingHeader Recording, SpectralModel Model, IReadOnlyList<LocatedChannel> Channels,
    IReadOnlyList<PreprocessingStep> Steps, Provenance Provenance, long Seed, double Seconds);
