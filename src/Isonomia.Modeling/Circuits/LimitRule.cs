namespace Isonomia.Modeling.Circuits;

/// <summary>What is done with a drawn value beyond a limit.</summary>
public enum LimitRule
{
    /// <summary>It becomes the limit.</summary>
    Clip,

    /// <summary>It is drawn again, until it is within (at most 1000 times; then clipped).</summary>
    Redraw,
}
