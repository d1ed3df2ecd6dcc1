namespace Isonomia.Reporting.Figures;

/// <summary>A rectangle of a figure, in its units; y grows downwards.</summary>
public readonly record struct Frame(double Left, double Top, double Width, double Height)
{
    /// <summary>The right edge.</summary>
    public double Right => Left + Width;

    /// <summary>The lower edge.</summary>
    public double Bottom => Top + Height;
}
