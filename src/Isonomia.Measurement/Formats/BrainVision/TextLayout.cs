namespace Isonomia.Measurement.Formats.BrainVision;

/// <summary>The layout of a data file in text.</summary>
/// <param name="SkipLines">Lines before the data.</param>
/// <param name="SkipColumns">Columns before the data.</param>
/// <param name="DecimalSymbol">What stands before decimals.</param>
internal sealed record TextLayout(int SkipLines, int SkipColumns, char DecimalSymbol);
