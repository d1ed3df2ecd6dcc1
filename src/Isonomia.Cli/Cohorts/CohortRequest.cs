using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Settings;

namespace Isonomia.Cli.Cohorts;

/// <summary>What to do with a data set.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Measurer">Measures one recording, with so many threads.</param>
/// <param name="Settings">Every setting in force.</param>
/// <param name="Asked">What else makes results differ: biomarkers and channels, in words.</param>
/// <param name="Command">The command line.</param>
internal sealed record CohortRequest(
    string Folder, Func<int, RecordingMeasurer> Measurer, MeasureSettings Settings, string Asked, string Command)
{
    /// <summary>Threads in all.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Where results go; null for <c>derivatives/isonomia</c> within the data set.</summary>
    public string? Output { get; init; }

    /// <summary>Where the summary goes as JSON; null for nowhere.</summary>
    public string? Json { get; init; }

    /// <summary>Entities that a recording must have to be measured: <c>task=rest</c>.</summary>
    public IReadOnlyList<string> Where { get; init; } = [];

    /// <summary>What is to be compared.</summary>
    public CohortComparing Comparing { get; init; } = new(null, null, true);
}
