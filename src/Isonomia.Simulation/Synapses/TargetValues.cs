using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Syntax;
using Isonomia.Simulation.Compilation.Emission;
using Isonomia.Simulation.Connectivity;
using Isonomia.Simulation.Populations;
using Isonomia.Simulation.Populations.Kernels;

namespace Isonomia.Simulation.Synapses;

/// <summary>
/// What event code reads of the target's cell: states where they are kept, parameters by value, subexpressions computed
/// from these.
/// </summary>
internal sealed unsafe class TargetValues
{
    private readonly Population? cells;
    private readonly List<CellMemory> perCell = [];
    private readonly Dictionary<string, int> perCellIndex = [];

    /// <summary>What can be read of the cells of a population.</summary>
    /// <param name="cells">The target population; null where there are no cells to read.</param>
    public TargetValues(Population? cells) => this.cells = cells;

    /// <summary>The address of the cells' states.</summary>
    public nint States => cells is null
        ? 0
        : (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(cells.State));

    /// <summary>Addresses of the arrays of parameters that differ between cells.</summary>
    public nint[] PerCell { get; private set; } = [];

    /// <summary>An expression with subexpressions and parameters of the cell replaced by what they are.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="own">Names that are not the cell's.</param>
    /// <exception cref="ProjectionException">It names what the cell does not keep.</exception>
    public Expression Inline(Expression expression, IReadOnlySet<string> own)
    {
        while (true)
        {
            var replacements = new Dictionary<string, Expression>();
            foreach (var name in FreeVariables.Of(expression).Where(n => !own.Contains(n)))
            {
                if (Replacement(name) is { } put)
                    replacements[name] = put;
            }

            if (replacements.Count == 0)
                return expression;
            expression = Substitution.Replace(expression, replacements);
        }
    }

    /// <summary>Where a name that is left is had from.</summary>
    /// <param name="name">A state, or a parameter that differs between cells.</param>
    /// <param name="il">Takes the instructions.</param>
    /// <param name="lanes">One number.</param>
    /// <param name="target">The index of the target's cell.</param>
    /// <param name="frame">Leaves a field of the frame.</param>
    public Place Of(string name, ILGenerator il, Lanes lanes, LocalBuilder target, Action<string> frame)
    {
        if (!IsState(name))
        {
            var at = perCellIndex[name];
            return new Place(() =>
            {
                frame(nameof(Kernels.EventFrame.CellValues));
                il.Emit(OpCodes.Ldc_I4, at * sizeof(nint));
                il.Emit(OpCodes.Add);
                il.Emit(OpCodes.Ldind_I);
                Element(il, lanes, () => il.Emit(OpCodes.Ldloc, target));
            });
        }

        // first + cell / block x stride + cell % block; a block's cells are a power of two.
        var layout = cells!.Layout(name);
        return new Place(() =>
        {
            frame(nameof(Kernels.EventFrame.Cells));
            Element(il, lanes, () =>
            {
                il.Emit(OpCodes.Ldloc, target);
                il.Emit(OpCodes.Ldc_I4, System.Numerics.BitOperations.Log2((uint)layout.BlockCells));
                il.Emit(OpCodes.Shr);
                il.Emit(OpCodes.Ldc_I4, layout.BlockStride);
                il.Emit(OpCodes.Mul);
                il.Emit(OpCodes.Ldloc, target);
                il.Emit(OpCodes.Ldc_I4, layout.BlockCells - 1);
                il.Emit(OpCodes.And);
                il.Emit(OpCodes.Add);
                il.Emit(OpCodes.Ldc_I4, layout.First);
                il.Emit(OpCodes.Add);
            });
        });
    }

    private static void Element(ILGenerator il, Lanes lanes, Action index)
    {
        index();
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Ldc_I4, lanes.ElementBytes);
        il.Emit(OpCodes.Mul);
        il.Emit(OpCodes.Add);
        lanes.LoadElement(il);
    }

    private bool IsState(string name) => cells!.Code.Program.Rows.Contains(name);

    // Null for what is read from memory.
    private Expression? Replacement(string name)
    {
        if (cells is null)
            throw new ProjectionException($"'{name}' would be the target cell's, but the targets are no cells.");
        if (IsState(name) || perCellIndex.ContainsKey(name))
            return null;
        var model = cells.Model;
        if (model.Equations.Find(name) is { Kind: EquationKind.Subexpression } equation)
            return equation.Right;
        var symbol = model.Parameters.FirstOrDefault(p => p.Name == name)?.Symbol
            ?? (model.Equations.Find(name) is { Kind: EquationKind.Parameter } parameter ? parameter.Symbol : null)
            ?? throw Unknown(name, model);
        var values = cells.Parameter(name);
        if (values.Length == 1)
            return Expression.Constant(values[0], symbol.Dimension);
        perCellIndex[name] = perCell.Count;
        perCell.Add(CellMemory.Of(cells.Settings.Precision, values, cells.Size));
        PerCell = BoundLoop.Pinned(perCell.Select(m => m.Address).ToArray());
        return null;
    }

    private static ProjectionException Unknown(string name, CellModel model) =>
        new($"'{name}' is neither a name of the synapse nor a state, parameter or subexpression of '{model.Name}' that "
            + "an event could read.");
}
