namespace Isonomia.Modeling.Circuits;

/// <summary>
/// Where the cells of a population are, in metres (or, on a ring of angles, radians): evenly spaced in the order of
/// their index, or drawn evenly at random.
/// </summary>
/// <param name="Kind">Ring or sheet.</param>
/// <param name="Width">The ring's length, or the sheet's width.</param>
/// <param name="Height">The sheet's height; 0 for a ring.</param>
/// <param name="Columns">Cells in a row of the sheet's grid; 0 where cells are placed at random.</param>
/// <param name="Periodic">Whether distances go round the edges.</param>
/// <param name="IsRandom">Whether places are drawn rather than on a grid.</param>
public sealed record PopulationSpace(
    SpaceKind Kind, double Width, double Height, int Columns, bool Periodic, bool IsRandom);
