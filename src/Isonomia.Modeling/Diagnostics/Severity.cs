namespace Isonomia.Modeling.Diagnostics;

/// <summary>How much a finding about a model matters.</summary>
public enum Severity
{
    /// <summary>The model runs, but perhaps not as meant.</summary>
    Warning,

    /// <summary>The model cannot run.</summary>
    Error,
}
