namespace Isonomia.Measurement.Tests.Formats.Edf;

/// <summary>One signal of a file made by <see cref="EdfBuilder"/>.</summary>
internal sealed record EdfBuilderSignal(string Label, int Samples)
{
    public static (Func<EdfBuilderSignal, string> Field, int Width)[] Fields { get; } =
    [
        (s => s.Label, 16), (s => "", 80), (s => s.Unit, 8), (s => s.PhysicalMinimum, 8), (s => s.PhysicalMaximum, 8),
        (s => s.DigitalMinimum, 8), (s => s.DigitalMaximum, 8), (s => s.Prefiltering, 80),
        (s => s.SamplesText ?? $"{s.Samples}", 8), (s => "", 32),
    ];

    public string Unit { get; init; } = "uV";

    public string PhysicalMinimum { get; init; } = "-32768";

    public string PhysicalMaximum { get; init; } = "32767";

    public string DigitalMinimum { get; init; } = "-32768";

    public string DigitalMaximum { get; init; } = "32767";

    public string Prefiltering { get; init; } = "";

    public string? SamplesText { get; init; }
}
