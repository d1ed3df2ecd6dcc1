namespace Isonomia.Reporting.Runs.Outputs;

/// <summary>In what form a run's spikes and probes are written.</summary>
public enum RunFormat
{
    /// <summary>NumPy arrays: what other commands read.</summary>
    Npy,

    /// <summary>Text: a row a spike, a row a sample.</summary>
    Csv,

    /// <summary>SONATA's <c>spikes.h5</c>: spikes only.</summary>
    Sonata,

    /// <summary>Neurodata Without Borders, <c>run.nwb</c>.</summary>
    Nwb,
}
