-- Named inputs of a method beside the quantity: `distance=1200 km; share=5 %`, in the order of their names.
alter table activity_record add column inputs text;
