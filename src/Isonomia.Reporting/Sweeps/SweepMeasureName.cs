namespace Isonomia.Reporting.Sweeps;

/// <summary>A measure of a sweep.</summary>
/// <param name="Name">Its name: "E.rate".</param>
/// <param name="Unit">Its unit; "1" for pure numbers, empty where not known.</param>
public sealed record SweepMeasureName(string Name, string Unit)
{
    /// <summary>Its name with its unit: "E.rate (Hz)".</summary>
    public string Title => Unit is "" or "1" ? Name : $"{Name} ({Unit})";
}
